import { signal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Removal } from '../../protocol/act-calls.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';
import { Button } from '../parts/button.tsx';
import { errorText } from '../parts/error-text.ts';
import { Icon } from '../parts/icon.tsx';
import { keyName, onMac } from '../parts/key-name.ts';
import { say, sayError } from '../parts/notice.ts';
import { t } from '../parts/text.ts';
import { ask, status, whenLocked } from '../state.ts';
import { finder } from './home/home-state.ts';

const removals = signal<readonly Removal[]>([]);

whenLocked(() => {
  removals.value = [];
});

/** True where the item will be deleted. */
export async function startRemoval(ref: ItemRef, name: string): Promise<boolean> {
  const result = await ask('remove', { ref, name });
  if (!result.ok) sayError(result.error.code);
  else removals.value = [result.value, ...removals.value];
  return result.ok;
}

/** Milliseconds between two looks at what the worker still has to delete. */
const lookEvery = 1000;

async function look(): Promise<void> {
  const before = removals.value.filter(({ problem }) => problem === null);
  const result = await ask('removals', {});
  if (!result.ok) return;
  removals.value = result.value;
  const left = new Set(result.value.map(({ ref }) => ref.id));
  // What is gone there is gone here: the list must not offer it any more.
  if (before.some(({ ref }) => !left.has(ref.id)) && finder.found.value !== null) {
    await finder.again();
  }
}

async function takeBack({ ref }: Removal): Promise<void> {
  removals.value = removals.value.filter((each) => each.ref.id !== ref.id);
  const result = await ask('undoRemove', { ref });
  if (!result.ok) sayError(result.error.code);
  else say(t(result.value.kept ? 'undone' : 'removedItem'), { bad: !result.value.kept });
}

/** Not in a form that is being filled in: there it takes back what was typed. */
function isUndo(event: KeyboardEvent): boolean {
  const command = onMac() ? event.metaKey : event.ctrlKey;
  if (!command || event.shiftKey || event.altKey || event.code !== 'KeyZ') return false;
  const { target } = event;
  const typed = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return !typed || target.id === 'search' || target.value === '';
}

/** Over every screen: what is being deleted, and the way to take it back. */
export function UndoBar() {
  const unlocked = status.value?.state === 'unlocked';
  const waiting = removals.value.some(({ problem }) => problem === null);
  useEffect(() => {
    if (unlocked) void look();
  }, [unlocked]);
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => void look(), lookEvery);
    return () => clearInterval(timer);
  }, [waiting]);

  // Before the bar is seen, since whoever sees it may strike the key.
  useLayoutEffect(() => {
    if (!waiting) return;
    // The button is many steps away from where the keyboard stands, and the time is short.
    const onKeyDown = (event: KeyboardEvent) => {
      const [first] = removals.value;
      if (first?.problem !== null || !isUndo(event)) return;
      event.preventDefault();
      void takeBack(first);
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [waiting]);

  const [removal] = removals.value;
  if (removal === undefined || !unlocked) return null;

  const name = removal.name || t('nameless');
  return (
    <div class="undo-bar" role="status">
      <div class={removal.problem === null ? 'banner' : 'banner bad'}>
        <Icon name={removal.problem === null ? 'trash' : 'warning'} size={18} />
        <p>
          <bdi>
            {removal.problem === null
              ? t('removing', name)
              : t('removeFailed', name, errorText(removal.problem))}
          </bdi>
        </p>
        <Button
          size="small"
          icon={removal.problem === null ? 'undo' : 'close'}
          onPress={() => void takeBack(removal)}
        >
          {t(removal.problem === null ? 'undo' : 'close')}
          {removal.problem === null && (
            <span aria-hidden="true">
              <kbd>{keyName('z')}</kbd>
            </span>
          )}
        </Button>
      </div>
    </div>
  );
}
