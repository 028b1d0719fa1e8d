/** What the home screen keeps while another screen is shown, so that it is found as it was left. */
import { signal } from '@preact/signals';
import { ask, show, status, whenLocked } from '../../state.ts';
import { tabId } from '../../tab.ts';
import { createFinder } from './finder.ts';

export const finder = createFinder({
  find: (request) => ask('find', request),
  tabId,
  later: (act, milliseconds) => setTimeout(act, milliseconds),
});

/** The row that the keys act on. */
export const active = signal(0);
/** How far the list is scrolled, in CSS pixels. */
export const homeScroll = signal(0);

whenLocked(() => finder.forget());

/** What was typed before the worker said whether the door is open: a search, or the secret. */
const early = signal('');

export function typeEarly(text: string): void {
  early.value = text;
  finder.type(text);
}

/** Hands over what was typed for the locked door; the search keeps nothing of it. */
export function takeEarly(): string {
  const text = early.peek();
  if (text !== '') {
    early.value = '';
    finder.type('');
  }
  return text;
}

export function search(text: string): void {
  active.value = 0;
  homeScroll.value = 0;
  if (status.value === null) typeEarly(text);
  else void finder.search(text);
}

/** Leads home with this in the search field. */
export function searchFor(text: string): void {
  search(text);
  show({ screen: 'home' });
}

/** Another tab came to the front: its site comes first. What was typed stays. */
export function showTab(): void {
  if (status.value?.state !== 'unlocked') return;
  active.value = 0;
  homeScroll.value = 0;
  void finder.again();
}

export const refreshing = signal(false);

export async function refreshIndex(): Promise<void> {
  if (refreshing.value) return;
  refreshing.value = true;
  await ask('refresh', {});
  refreshing.value = false;
  // The list itself says how it went: its answer carries the state of the index.
  if (status.value?.state === 'unlocked') await finder.again();
}
