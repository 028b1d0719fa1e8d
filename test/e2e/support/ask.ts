/** Asks the worker as one of our pages does, from a page of ours. */
import type { Page } from '@playwright/test';
import type { ItemRow } from '../../../src/protocol/list-calls.ts';
import type { PopupCalls } from '../../../src/protocol/popup-calls.ts';
import type { Result } from '../../../src/protocol/result.ts';

type Request<K extends keyof PopupCalls> = Parameters<PopupCalls[K]>[0];
type Reply<K extends keyof PopupCalls> = ReturnType<PopupCalls[K]>;

export function ask<K extends keyof PopupCalls>(
  page: Page,
  call: K,
  request: Request<K>,
): Promise<Result<Reply<K>>> {
  return page.evaluate((message) => chrome.runtime.sendMessage(message), {
    channel: 'own',
    call,
    request,
  });
}

/** The value of an answer that is expected to be one. */
export async function askFor<K extends keyof PopupCalls>(
  page: Page,
  call: K,
  request: Request<K>,
): Promise<Reply<K>> {
  const answer = await ask(page, call, request);
  if (!answer.ok) throw new Error(`${call}: ${answer.error.code}`);
  return answer.value;
}

/** The row of the item, not of a shortcut to it, that has this login. */
export async function rowOf(page: Page, login: string): Promise<ItemRow> {
  const { rows } = await askFor(page, 'find', { query: login, tabId: null, offset: 0, limit: 50 });
  const row = rows.find((each) => each.login === login && each.shortcutId === null);
  if (row === undefined) throw new Error(`no item of ${login}`);
  return row;
}
