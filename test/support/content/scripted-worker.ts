/**
 * Stands where the real worker stands in tests of the content script alone: answers what it was
 * told to, keeps a log, and injects the engine as the real one does. A test talks to it through
 * `globalThis.script`.
 */
import type { FillValues, OffersAnswer, PageCalls } from '../../../src/protocol/page-calls.ts';
import { parseMessage } from '../../../src/protocol/receiver.ts';

export type Script = {
  offers: OffersAnswer;
  values: FillValues;
  /** False has the worker refuse the choice. */
  grants: boolean;
  /** True keeps the values back, as a slow server does. */
  holds: boolean;
  /** Each call with the time it came and the frame it came from. */
  log: { call: string; at: number; frameId: number; request: unknown }[];
};

declare global {
  var script: Script;
}

globalThis.script = {
  offers: { state: 'none' },
  values: { username: null, password: null, code: null },
  grants: true,
  holds: false,
  log: [],
};

async function inject(tabId: number, frameId: number): Promise<null> {
  await chrome.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['engine.js'],
  });
  return null;
}

async function redeem(): Promise<FillValues> {
  while (globalThis.script.holds) await new Promise((wake) => setTimeout(wake, 20));
  return globalThis.script.values;
}

chrome.runtime.onMessage.addListener((received, sender, reply) => {
  const message = parseMessage(received);
  const tabId = sender.tab?.id;
  const { frameId } = sender;
  if (message === null || tabId === undefined || frameId === undefined) return false;
  globalThis.script.log.push({
    call: message.call,
    at: Date.now(),
    frameId,
    request: message.request,
  });
  const answers: Record<keyof PageCalls, () => unknown> = {
    engine: () => inject(tabId, frameId),
    offers: () => globalThis.script.offers,
    choose: () => ({ grant: 'granted' }),
    redeem,
    openPopup: () => null,
  };
  const answer = Object.entries(answers).find(([name]) => name === message.call)?.[1];
  const refused = message.call === 'choose' && !globalThis.script.grants;
  if (answer === undefined || refused) reply({ ok: false, error: { code: 'refused' } });
  else Promise.resolve(answer()).then((value) => reply({ ok: true, value }));
  return true;
});
