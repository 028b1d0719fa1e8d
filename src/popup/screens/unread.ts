/** Unread items of the inbox, for the button that leads there and for the list of vaults. */
import { signal } from '@preact/signals';
import { ask, whenLocked } from '../state.ts';

/** Null until it is known. */
export const unread = signal<number | null>(null);

whenLocked(() => {
  unread.value = null;
});

export async function loadUnread(): Promise<void> {
  const result = await ask('unread', {});
  if (result.ok) unread.value = result.value;
}
