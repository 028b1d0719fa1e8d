/**
 * Behind every call of our own pages stands the authoriser. Which calls need it is found out by trying: those
 * that reach a secret, or let one out, while it says yes are asked again while it says no.
 */
import { describe, expect, it } from 'vitest';
import { createClipboard } from '../../../../src/background/clipboard/clipboard.ts';
import { createEditor } from '../../../../src/background/edit/editor.ts';
import type { Authoriser } from '../../../../src/background/fill/authorise.ts';
import { createFill } from '../../../../src/background/fill/fill.ts';
import { createGrants } from '../../../../src/background/fill/grants.ts';
import { createGeneratedHistory } from '../../../../src/background/generator/history.ts';
import {
  createPopupHandlers,
  popupParsers,
} from '../../../../src/background/handlers/popup/popup.ts';
import { createItemActs } from '../../../../src/background/opened/acts.ts';
import { createCopyPart } from '../../../../src/background/opened/copy-part.ts';
import { createOpenedItems } from '../../../../src/background/opened/opened-items.ts';
import { createRemovals } from '../../../../src/background/opened/removals.ts';
import { createSaving } from '../../../../src/background/save/save.ts';
import { AppError } from '../../../../src/model/error.ts';
import type { OpenedItem } from '../../../../src/model/item.ts';
import { defaultSettings } from '../../../../src/model/settings.ts';
import { createReceiver } from '../../../../src/protocol/receiver.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { openAuthoriser } from '../../../support/permit.ts';
import { readSources } from '../../house/sources.ts';
import { secretMethods } from '../../house/ways-out.ts';
import { place, typed } from '../save/support.ts';
import { form, ref, requests, url } from './own-calls.requests.ts';

const item: OpenedItem = {
  id: 'i',
  vaultId: 'v',
  folderId: null,
  name: 'n',
  login: 'l',
  urls: [url],
  description: '',
  tags: [],
  colour: 0,
  favourite: false,
  passwordChangedAt: 0,
  password: 'canary',
  fields: [
    { name: 'code', type: 'totp', value: 'JBSWY3DPEHPK3PXP' },
    { name: 'pin', type: 'password', value: 'canary of a field' },
  ],
  attachments: [{ id: 'f', name: 'f' }],
} as unknown as OpenedItem;

/** Has every property and every method, none of which does anything: for all that is not asked about. */
// biome-ignore lint/suspicious/noExplicitAny: it stands for things of every type.
const nothing: any = new Proxy(() => undefined, {
  get: (_, name) => {
    if (name === Symbol.iterator) return [][Symbol.iterator];
    return name === 'then' || typeof name === 'symbol' ? undefined : nothing;
  },
  apply: () => nothing,
});

/** Does what is given, and nothing besides. */
const stub = (some: object) => Object.assign(Object.create(nothing), some);

const secret = secretMethods(readSources()['passwork/passwork.ts'] ?? '');

const no = async () => {
  throw new AppError('refused', 'says no');
};
const closedAuthoriser: Authoriser = {
  authorise: no,
  authoriseAnswer: no,
  authoriseOwn: no,
  authoriseHeld: no,
};

/** Gives back what a person typed into the very page that asks, and nobody else saw: the first run's fields. */
const typedThere = ['setupDraft'];

/** Every secret below begins so; the file's is what base64 makes of it. */
const canary = /canary|Y2FuYXJ5/;

type OpenIt = (ref: unknown) => Promise<unknown>;

/** The real ways to a secret, over a connector that notes which of its secrets were asked for. */
function setUp(authoriser: Authoriser) {
  const touched: string[] = [];
  const copied: string[] = [];
  const client = new Proxy(nothing, {
    get: (_, name) => {
      if (name === 'generation') return 'v4';
      if (typeof name !== 'string' || !secret.includes(name)) return nothing[name];
      return async () => {
        touched.push(name);
        const file = { name: 'f', bytes: new TextEncoder().encode('canary of a file') };
        return name === 'downloadAttachment' ? file : item;
      };
    },
  });
  const use = <T>(work: (its: never) => Promise<T>) => work(client as never);
  const now = () => 0;
  const opened = createOpenedItems({ use, now, onFetched: () => undefined });
  const texts = { ...form, password: 'canary', urls: [] };
  const clipboard = createClipboard({
    system: stub({ write: async (text: string) => void copied.push(text) }),
    ...{ remembered: memoryText(), now, setAlarm: nothing },
  });
  const made = { id: 'g', password: 'canary that was made', origin: '', at: 0 };
  const records = stub({ read: async () => JSON.stringify([made]) });
  const offered = { ...place, ...typed, id: 't', password: 'canary that was typed' };
  const saving = createSaving(stub({ candidates: stub({ get: async () => offered }) }));
  const kept = { id: 'kept', ref, base: texts, form, conflicts: [], typedAt: 1, sent: null };
  const asked = { id: 'i', shortcutId: 'a', tabId: 1, pageUrl: 'https://a.test/' };
  const frame = { frameId: 0, parentFrameId: -1, documentId: '', url: 'https://a.test/' };
  const account = {
    session: { client: async () => client, touch: async () => undefined, use, isOpen: () => true },
    opened,
    editor: createEditor({
      ...{ use, opened, now, onWritten: nothing, places: nothing },
      drafts: stub({ get: async (id: string) => (id === 'kept' ? kept : null) }),
    }),
    acts: createItemActs({ use, opened, notePlace: nothing, onWritten: async () => undefined }),
    removals: createRemovals({
      ...{ use, opened, now, onWritten: nothing, setAlarm: nothing, stored: memoryText() },
    }),
    generated: createGeneratedHistory(records, now),
    ...{ items: nothing, rules: nothing, realms: nothing, places: nothing, quick: nothing },
    ...{ refresh: nothing, seenPasswords: nothing },
  };
  const fill = createFill({
    authoriser,
    grants: createGrants(memoryText(), now),
    findFrames: async () => [frame],
    inject: async () => undefined,
    frameClient: () =>
      ({
        call: async (name: string, { grant }: { grant?: string }) => {
          if (name === 'survey') {
            return { ok: true, value: { labels: ['current-password'], destinations: [] } };
          }
          const here = { ...place, documentId: '' };
          const labels = { labels: ['current-password'] as const, spares: [], destinations: [] };
          await fill.redeem(here, grant ?? '', labels);
          return { ok: true, value: { filled: 1, troubles: [] } };
        },
      }) as never,
    open: opened.open,
    matches: async () => true,
    noteUse: nothing,
    lastFilled: nothing,
    noteFilled: nothing,
    afterFill: nothing,
    now,
  });
  const open = opened.open;
  const deps = {
    accounts: { active: async () => account },
    authoriser,
    fill,
    copyPart: createCopyPart({
      ...{ authoriser, open, now, clipboard, noteUse: nothing },
      clipboardSeconds: async () => 0,
    }),
    consent: { pending: async () => asked, done: nothing, keep: nothing },
    // What is typed reaches an item only by the opener that the handler hands over.
    clipboard,
    clipboardSeconds: async () => 0,
    settings: stub({ get: async () => defaultSettings, policy: async () => ({}) }),
    setupDraft: memoryText(JSON.stringify({ host: 'h', apiKey: 'canary', refreshToken: '' })),
    saving: {
      reveal: saving.reveal,
      update: async (_: string, to: typeof ref, openIt: OpenIt) => void (await openIt(to)),
      add: async (_: string, __: unknown, openIt: OpenIt) => void (await openIt(ref)),
    },
    openAndFill: { start: (_: string, row: never) => fill.fillTab(1, row) },
    now,
  };
  const whole = new Proxy(nothing, {
    get: (_, name) => Reflect.get(deps, name) ?? nothing[name],
  });
  const receive = createReceiver(popupParsers, createPopupHandlers(whole));
  /** What a call answered, what of the connector's it opened, and whether a secret got out by it. */
  const call = async (name: string) => {
    touched.length = 0;
    copied.length = 0;
    // What was opened by the call before is no way in for this one.
    opened.wipe();
    const request = Reflect.get(requests, name);
    const answer = await receive({ channel: 'own', call: name, request }, { kind: 'own' });
    const out = canary.test(JSON.stringify([answer, copied]));
    return { answer, touched: [...touched], out };
  };
  return call;
}

const calls = Object.keys(popupParsers);

async function tryAll(authoriser: Authoriser) {
  const call = setUp(authoriser);
  const tried: ({ readonly name: string } & Awaited<ReturnType<typeof call>>)[] = [];
  for (const name of calls) tried.push({ name, ...(await call(name)) });
  return tried;
}

describe('M1: calls of our own pages', () => {
  it('are tried with requests that their parsers take', () => {
    const accepted = Object.entries(requests).filter(
      ([name, request]) => typeof Reflect.get(popupParsers, name)(request) !== 'symbol',
    );
    expect(accepted.map(([name]) => name).sort()).toEqual([...calls].sort());
  });

  it('open items by these', async () => {
    const opening = (await tryAll(openAuthoriser)).filter(({ touched }) => touched.length > 0);
    expect(opening.map(({ name }) => name).sort()).toEqual(
      [
        ...['open', 'reveal', 'copy', 'code', 'attachment', 'fill', 'openSite', 'openAndFill'],
        ...['itemRule', 'setItemRule', 'edit', 'save', 'health', 'favourite', 'addAttachment'],
        ...[
          'removeAttachment',
          'share',
          'move',
          'duplicate',
          'remove',
          'former',
          'revealFormer',
          'copyFormer',
        ],
        ...['fillConfirmed', 'saveTyped', 'updateFromTyped', 'openServer'],
      ].sort(),
    );
  });

  it('let secrets out by these, as an answer or by the clipboard', async () => {
    const out = (await tryAll(openAuthoriser)).filter((each) => each.out);
    expect(out.map(({ name }) => name).sort()).toEqual(
      [
        ...['reveal', 'copy', 'attachment', 'revealFormer', 'copyFormer'],
        ...['revealGenerated', 'copyGenerated', 'keepGenerated', 'revealTyped'],
        ...typedThere,
      ].sort(),
    );
  });

  it('open nothing and let nothing out where the authoriser says no, and say so', async () => {
    const before = await tryAll(openAuthoriser);
    const closed = await tryAll(closedAuthoriser);
    for (const { name, answer, touched, out } of closed) {
      expect(touched, name).toEqual([]);
      expect(out, name).toBe(typedThere.includes(name));
      const needed = before.find((each) => each.name === name);
      if (needed?.touched.length !== 0 || (needed.out && !typedThere.includes(name))) {
        expect(answer, name).toMatchObject({ ok: false, error: { code: 'refused' } });
      }
    }
  });
});
