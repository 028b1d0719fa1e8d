/**
 * Deletions that can still be taken back: the request goes out some seconds later, made by the worker, so
 * that a closed popup changes nothing. A worker that dies meanwhile is woken by an alarm and goes on. A
 * lock takes them back: without a session nothing can be deleted, and an item that stays is the lesser harm.
 */
import { type ErrorCode, errorCodes, toAppError } from '../../model/error.ts';
import type { Passwork } from '../../passwork/index.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { Removal } from '../../protocol/act-calls.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';
import { list, natural, nullable, oneOf, record, text } from '../../protocol/parse.ts';
import { id, ref } from '../ref-parsers.ts';
import { readStored } from '../stored-json.ts';
import { createTurns } from '../turns.ts';
import type { OpenedItems } from './opened-items.ts';

export type Removals = {
  add(item: { ref: ItemRef; name: string; vaultId: string }): Promise<Removal>;
  /** False where it was too late. */
  undo(ref: ItemRef): Promise<boolean>;
  list(): Promise<readonly Removal[]>;
  /** Deletes what is due, and waits for the rest. */
  goOn(): Promise<void>;
  wipe(): Promise<void>;
};

type Dependencies = {
  readonly use: <T>(work: (client: Passwork) => Promise<T>) => Promise<T>;
  readonly stored: StoredText;
  readonly opened: Pick<OpenedItems, 'wipe'>;
  readonly onWritten: (vaultIds: readonly string[] | null) => Promise<void>;
  readonly now: () => number;
  /** Rings `goOn` at that time (Unix ms), also in a later life of the worker. */
  readonly setAlarm: (when: number) => void;
};

/** Milliseconds for which a deletion can be taken back. */
const patience = 8_000;
/** Milliseconds for which it is remembered that one failed. */
const remembered = 60_000;

type Pending = Removal & { readonly vaultId: string };

const pending = list(
  record<Pending>({
    ref,
    name: text(10_000),
    vaultId: id,
    due: natural,
    problem: nullable(oneOf(...errorCodes)),
  }),
  1_000,
);

export function createRemovals(deps: Dependencies): Removals {
  const { use, stored, opened, onWritten, now, setAlarm } = deps;
  const alone = createTurns();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const running = new Set<string>();

  const read = () => readStored(stored, pending, () => []);

  /** One at a time: an undo and a deletion that read the same list must not both count. */
  function change<T>(
    work: (all: readonly Pending[]) => { next: readonly Pending[]; answer: T },
  ): Promise<T> {
    return alone(async () => {
      const all = await read();
      const { next, answer } = work(all);
      if (next === all) return answer;
      if (next.length === 0) await stored.remove();
      else await stored.set(JSON.stringify(next));
      return answer;
    });
  }

  function wait(due: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void goOn(), Math.max(0, due - now()));
    setAlarm(due);
  }

  async function goOn(): Promise<void> {
    // Claimed in the same turn in which they are read: an undo comes before that or too late.
    const due = await change((all) => {
      const found = all.filter(
        (each) => each.problem === null && each.due <= now() && !running.has(keyOf(each.ref)),
      );
      for (const each of found) running.add(keyOf(each.ref));
      return { next: all, answer: found };
    });
    await Promise.all(due.map(run));
    const left = (await read()).filter(({ problem }) => problem === null);
    if (left.length > 0) wait(Math.min(...left.map((each) => each.due)));
  }

  async function run({ ref, vaultId }: Pending): Promise<void> {
    const problem = await use((client) =>
      ref.kind === 'shortcut' ? client.deleteShortcut(ref.id) : client.deleteItem(ref.id),
    ).then(
      () => null,
      (thrown): ErrorCode => toAppError(thrown).code,
    );
    opened.wipe();
    // After a lost answer it may be gone: the list tells, and deleting what is gone says `not-found`.
    const failed = problem !== null && problem !== 'not-found';
    await change((all) => ({
      answer: null,
      next: all.flatMap((each) =>
        keyOf(each.ref) !== keyOf(ref) ? [each] : failed ? [{ ...each, problem }] : [],
      ),
    }));
    running.delete(keyOf(ref));
    await onWritten(ref.kind === 'item' ? [vaultId] : null).catch(() => undefined);
  }

  return {
    async add({ ref, name, vaultId }) {
      const removal = { ref, name, due: now() + patience, problem: null };
      await change((all) => ({
        answer: null,
        next: [...all.filter((each) => keyOf(each.ref) !== keyOf(ref)), { ...removal, vaultId }],
      }));
      wait(removal.due);
      return removal;
    },
    undo: (ref) =>
      change((all) => {
        const found = all.find((each) => keyOf(each.ref) === keyOf(ref));
        if (found === undefined || running.has(keyOf(ref))) return { answer: false, next: all };
        return { answer: true, next: all.filter((each) => each !== found) };
      }),
    async list() {
      const all = await read();
      return all
        .filter(({ due, problem }) => problem === null || due + remembered > now())
        .map(({ vaultId: _, ...removal }) => removal);
    },
    goOn,
    async wipe() {
      clearTimeout(timer);
      await stored.remove();
    },
  };
}

const keyOf = ({ kind, id }: ItemRef) => `${kind}:${id}`;
