/** Keeps what an opening popup shows first in step with the tab in front, the lock and the index. */
import type { StoredText } from '../platform/storage.ts';
import type { Tab } from '../platform/tabs.ts';
import { type FirstScreen, firstRequest, pageOf } from '../protocol/first-screen.ts';
import type { FindAnswer, FindRequest } from '../protocol/list-calls.ts';
import type { Status } from '../protocol/session-calls.ts';
import { createLatest } from './latest.ts';

export type FirstScreenService = {
  /** Something changed; writes once, however often it is called meanwhile. Never rejects. */
  update(): Promise<void>;
  /** Takes it away at once; an update that is under way leaves nothing behind. */
  clear(): Promise<void>;
};

type Dependencies = {
  readonly stored: StoredText;
  readonly findCurrentTab: () => Promise<Tab | null>;
  readonly status: () => Promise<Status>;
  /** As the popup asks it; `url` is that of the tab. */
  readonly find: (request: FindRequest, url: string) => Promise<FindAnswer>;
};

export function createFirstScreen(deps: Dependencies): FirstScreenService {
  const { stored } = deps;
  let written: string | null = null;
  let clears = 0;

  async function make(): Promise<FirstScreen | null> {
    const tab = await deps.findCurrentTab();
    // What a private window visits is written nowhere.
    if (tab?.incognito) return null;
    const url = tab?.url ?? '';
    const status = await deps.status();
    if (status.state !== 'unlocked') return null;
    const answer = await deps.find(firstRequest(tab?.id ?? null), url);
    return answer.total === 0 ? null : { page: pageOf(url), status, answer };
  }

  async function write(): Promise<void> {
    const before = clears;
    const first = await make();
    const text = first === null ? '' : JSON.stringify(first);
    if (text === written || before !== clears) return;
    if (text === '') await stored.remove();
    else await stored.set(text);
    written = text;
    // Whatever was cleared for came while it was written.
    if (before !== clears) await clear();
  }

  async function clear(): Promise<void> {
    clears += 1;
    written = null;
    await stored.remove();
  }

  return {
    // Where it cannot be made or stored, the popup waits for the worker.
    update: createLatest(() =>
      write()
        .catch(clear)
        .catch(() => undefined),
    ),
    clear,
  };
}
