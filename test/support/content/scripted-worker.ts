/**
 * Stands where the real worker stands in tests of the content script alone: answers what it was
 * told to, keeps a log, and injects the engine as the real one does. A test talks to it through
 * `globalThis.script`.
 */
import type { ErrorCode } from '../../../src/model/error.ts';
import type {
  FillValues,
  OffersAnswer,
  PageCalls,
  Spare,
} from '../../../src/protocol/page-calls.ts';
import { flag, invalid, list, record, text } from '../../../src/protocol/parse.ts';
import { parseMessage } from '../../../src/protocol/receiver.ts';

export type Script = {
  offers: OffersAnswer;
  values: FillValues;
  /** False has the worker refuse the choice. */
  grants: boolean;
  /** What the worker answers to a grant instead of values; `''` for none. */
  failure: ErrorCode | '';
  /** True keeps the values back, as a slow server does. */
  holds: boolean;
  /** True keeps the engine back, as a worker that is only waking does. */
  late: boolean;
  /** Each call with the time it came and the frame it came from. */
  log: { call: string; at: number; frameId: number; request: unknown }[];
};

declare global {
  var script: Script;
}

globalThis.script = {
  offers: { state: 'none' },
  values: { username: null, password: null, code: null, fields: [] },
  grants: true,
  failure: '',
  holds: false,
  late: false,
  log: [],
};

async function inject(tabId: number, frameId: number): Promise<null> {
  while (globalThis.script.late) await new Promise((wake) => setTimeout(wake, 20));
  await chrome.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['engine.js'],
  });
  return null;
}

/** Only what the frame says it has fields for, as the real worker. */
async function redeem(asked: readonly string[], spares: readonly Spare[]): Promise<FillValues> {
  while (globalThis.script.holds) await new Promise((wake) => setTimeout(wake, 20));
  const { username, password, code, fields } = globalThis.script.values;
  return {
    username: asked.includes('username') ? username : null,
    password: asked.includes('current-password') ? password : null,
    code: asked.includes('one-time-code') ? code : null,
    fields: spares.map((_, at) => fields[at] ?? null),
  };
}

const redeemed = record({
  grant: text(50),
  labels: list(text(50), 50),
  spares: list(record<Spare>({ names: list(text(100), 8), masked: flag }), 20),
  destinations: list(text(2_000), 10),
});

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
    redeem: () => {
      const request = redeemed(message.request);
      return request === invalid ? null : redeem(request.labels, request.spares);
    },
    showItem: () => ({ shown: true }),
    silence: () => ({ site: 'example.test' }),
    mayGenerate: () => ({ state: 'none' }),
    generateFor: () => ({ password: '' }),
    typed: () => null,
    worked: () => null,
    returned: () => null,
    left: () => null,
    openPopup: () => null,
  };
  const answer = Object.entries(answers).find(([name]) => name === message.call)?.[1];
  const { grants, failure } = globalThis.script;
  const refused = message.call === 'choose' && !grants;
  if (answer === undefined || refused) reply({ ok: false, error: { code: 'refused' } });
  else if (message.call === 'redeem' && failure !== '')
    reply({ ok: false, error: { code: failure } });
  else Promise.resolve(answer()).then((value) => reply({ ok: true, value }));
  return true;
});
