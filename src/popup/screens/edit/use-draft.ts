import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import type { Editing, ItemForm } from '../../../protocol/edit-calls.ts';
import type { ItemRef } from '../../../protocol/item-calls.ts';
import { ask } from '../../state.ts';

/** Milliseconds after the last key until what was typed is kept. */
const keepAfter = 300;

export type DraftState = {
  /** Null until the worker has answered. */
  readonly editing: Editing | null;
  readonly form: ItemForm | null;
  /** Why the edit could not begin. */
  readonly problem: ErrorCode | null;
  /** True where something was typed that is not saved. */
  readonly dirty: boolean;
  readonly load: () => Promise<void>;
  /** `unasked` is what the screen fills in by itself: alone it is not worth keeping. */
  readonly change: (changes: Partial<ItemForm>, unasked?: 'unasked') => void;
  /** Goes on with another state of the same edit, such as one with conflicts. */
  readonly adopt: (editing: Editing) => void;
  readonly discard: () => Promise<void>;
  /** Nothing more is kept: it was saved. */
  readonly end: () => void;
};

/** The form of one edit, kept by the worker while it is typed, so that a closed popup loses nothing. */
export function useDraft(ref: ItemRef | null): DraftState {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [form, setForm] = useState<ItemForm | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [dirty, setDirty] = useState(false);
  /** What has been typed and not been handed to the worker yet. */
  const waiting = useRef<{ id: string; form: ItemForm } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Two changes may come before the screen is drawn again. */
  const newest = useRef<ItemForm | null>(null);

  function keep() {
    clearTimeout(timer.current);
    const draft = waiting.current;
    waiting.current = null;
    if (draft !== null) void ask('saveDraft', draft);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads what is newest from its references
  useEffect(() => {
    // The last moment at which a popup that is being closed may send anything.
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, []);

  function adopt(next: Editing) {
    setEditing(next);
    newest.current = next.form;
    setForm(next.form);
    setDirty(next.leftAt !== null);
  }

  return {
    editing,
    form,
    problem,
    dirty,
    adopt,
    async load() {
      setProblem(null);
      const result = await ask('edit', { ref });
      if (result.ok) adopt(result.value);
      else setProblem(result.error.code);
    },
    change(changes, unasked) {
      if (newest.current === null || editing === null) return;
      const next = { ...newest.current, ...changes };
      newest.current = next;
      setForm(next);
      if (unasked !== undefined && !dirty) return;
      setDirty(true);
      waiting.current = { id: editing.id, form: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, keepAfter);
    },
    async discard() {
      clearTimeout(timer.current);
      waiting.current = null;
      if (editing !== null) await ask('discardDraft', { id: editing.id });
    },
    end() {
      clearTimeout(timer.current);
      waiting.current = null;
    },
  };
}
