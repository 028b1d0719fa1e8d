/** What the popup knows: which screen is shown, and why. All of it is a reply of the worker. */
import { signal } from '@preact/signals';
import type { ErrorCode } from '../model/error.ts';
import type { Client } from '../protocol/client.ts';
import type { ItemRef } from '../protocol/item-calls.ts';
import { challengeMark, readMark } from '../protocol/open-mark.ts';
import type { PopupCalls } from '../protocol/popup-calls.ts';
import type { Status } from '../protocol/session-calls.ts';
import type { Managed } from '../protocol/settings-calls.ts';
import { call } from './worker.ts';

export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'inbox' }
  | { readonly screen: 'generator' }
  /** Vaults and folders; `browsing` says which. */
  | { readonly screen: 'browse' }
  /** Something was chosen elsewhere and waits for a yes. */
  | { readonly screen: 'consent' }
  /** A server asks for name and password before it shows a page. */
  | { readonly screen: 'challenge'; readonly id: string }
  /** A new item (`ref` null), or the edit of one; `back` is shown when it ends without an item to show. */
  | {
      readonly screen: 'edit';
      readonly ref: ItemRef | null;
      readonly name: string;
      readonly back: Route;
    }
  /** Another account is added, whatever the state of the one in use. */
  | { readonly screen: 'setup' }
  /** The last step of the first run. */
  | { readonly screen: 'welcome' }
  | {
      readonly screen: 'item';
      readonly ref: ItemRef;
      /** Known from the list, so that the head stands before the item is opened. */
      readonly name: string;
      /** Belongs to the site of the current tab, so that filling is the first thing to offer. */
      readonly fits: boolean;
      /** Has an address that can be opened, as far as the list knows. */
      readonly hasSite: boolean;
      readonly from: 'home' | 'inbox' | 'browse';
      /** The item that led here; null or left out where it was the list. */
      readonly back?: Route | null;
    };

export type ItemRoute = Extract<Route, { screen: 'item' }>;

/** Null until the worker has answered. */
export const status = signal<Status | null>(null);
/** Why the worker could not say where the session stands. */
export const statusProblem = signal<ErrorCode | null>(null);
/** Why the person is back at the door. */
export const lockReason = signal<ErrorCode | null>(null);
/** What the organisation prescribes; null until the worker has answered. */
export const managed = signal<Managed | null>(null);
const mark = new URLSearchParams(location.search);
/** What this popup was opened on. */
export const openedOn = readMark(location.search);
export const route = signal<Route>(firstRoute());

function firstRoute(): Route {
  if (openedOn?.show === 'item') {
    const { ref } = openedOn;
    return { screen: 'item', ref, name: '', fits: false, hasSite: false, from: 'home' };
  }
  if (openedOn?.show === 'inbox') return { screen: 'inbox' };
  const challenge = mark.get(challengeMark);
  if (challenge !== null) return { screen: 'challenge', id: challenge };
  return { screen: mark.has('setup') ? 'setup' : mark.has('consent') ? 'consent' : 'home' };
}

export function show(next: Route): void {
  route.value = next;
}

const forgetters: (() => void)[] = [];

/** Lists that a locked popup must not keep. */
export function whenLocked(forget: () => void): void {
  forgetters.push(forget);
}

export function enter(next: Status): void {
  statusProblem.value = null;
  const before = status.value;
  const same =
    next.state === 'unlocked' &&
    before?.state === 'unlocked' &&
    next.user === before.user &&
    next.host === before.host;
  if (before?.state === 'unlocked' && !same) {
    for (const forget of forgetters) forget();
    // V8 keeps the text that a regular expression matched last, which may be a revealed password.
    /^/.test('');
  }
  if (next.state === 'locked') lockReason.value = next.reason ?? lockReason.value;
  else lockReason.value = null;
  if (next.state === 'not-set-up') route.value = { screen: 'home' };
  status.value = next;
}

export async function loadStatus(): Promise<void> {
  const result = await call('status', {});
  if (result.ok) enter(result.value);
  else statusProblem.value = result.error.code;
}

export async function loadManaged(): Promise<void> {
  const result = await call('managed', {});
  // The worker holds to what is prescribed in any case; here it only spares a person a refusal.
  if (result.ok) managed.value = result.value;
}

/** The vault locks by itself as well; what an open popup shows must not outlive that. */
export async function watchLock(): Promise<void> {
  if (status.value?.state !== 'unlocked') return;
  const result = await call('status', {});
  if (result.ok && result.value.state !== 'unlocked') enter(result.value);
}

const endings: readonly ErrorCode[] = [
  'locked',
  'session-expired',
  'wrong-credential',
  'not-set-up',
];

/** Calls the worker; an answer that says the session is over leads back to the door, with the reason. */
export const ask: Client<PopupCalls>['call'] = async (name, request) => {
  const result = await call(name, request);
  if (!result.ok && endings.includes(result.error.code)) {
    if (result.error.code !== 'locked') lockReason.value = result.error.code;
    await loadStatus();
  }
  return result;
};
