/**
 * The first screen of the popup, as the worker would answer it for the tab in front. It lies in `storage.session`
 * while the vault is open, so that a popup need not wait until a stopped worker has started; the worker's own answer
 * replaces it. It holds no secret: names, logins and hosts, as in any list.
 */
import { originOf } from '../model/web-address.ts';
import type { FindAnswer, FindRequest } from './list-calls.ts';
import type { Status } from './session-calls.ts';

export type FirstScreen = {
  /** See `pageOf`. */
  readonly page: string;
  readonly status: Extract<Status, { state: 'unlocked' }>;
  readonly answer: FindAnswer;
};

/** A screenful and a half, so that the first answer fills the window. */
export const firstRows = 24;

/** What a popup asks first; the answer to it is what the first screen holds. */
export function firstRequest(tabId: number | null): FindRequest {
  return { query: '', tabId, offset: 0, limit: firstRows };
}

/** The origin, as the answer depends on nothing else of an address; `''` for a page that nothing belongs to. */
export function pageOf(url: string): string {
  return originOf(url) ?? '';
}

/** Null for `''`. The browser empties `storage.session` with every update, so it is always of our own version. */
export function parseFirstScreen(stored: string): FirstScreen | null {
  return stored === '' ? null : (JSON.parse(stored) as FirstScreen);
}
