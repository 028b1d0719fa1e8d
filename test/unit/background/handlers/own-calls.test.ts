/**
 * Behind every call of our own pages stands the authoriser. Which calls need it is found out by trying: those
 * that reach the connector's secrets while it says yes are asked again while it says no.
 */
import { describe, expect, it } from 'vitest';
import { createEditor } from '../../../../src/background/edit/editor.ts';
import type { Authoriser } from '../../../../src/background/fill/authorise.ts';
import { createFill } from '../../../../src/background/fill/fill.ts';
import { createGrants } from '../../../../src/background/fill/grants.ts';
import {
  createPopupHandlers,
  popupParsers,
} from '../../../../src/background/handlers/popup/popup.ts';
import { createItemActs } from '../../../../src/background/opened/acts.ts';
import { createCopyPart } from '../../../../src/background/opened/copy-part.ts';
import { createOpenedItems } from '../../../../src/background/opened/opened-items.ts';
import { createRemovals } from '../../../../src/background/opened/removals.ts';
import { AppError } from '../../../../src/model/error.ts';
import { defaultGeneratorRules } from '../../../../src/model/generator.ts';
import type { OpenedItem } from '../../../../src/model/item.ts';
import { defaultSettings } from '../../../../src/model/settings.ts';
import type { PopupCalls } from '../../../../src/protocol/popup-calls.ts';
import { createReceiver } from '../../../../src/protocol/receiver.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { openAuthoriser } from '../../../support/permit.ts';
import { readSources } from '../../house/sources.ts';
import { secretMethods } from '../../house/ways-out.ts';

const ref = { kind: 'shortcut', id: 'a' } as const;
const place = { vaultId: 'v', folderId: null };
const form = {
  place: null,
  name: 'n',
  login: 'l',
  password: 'new',
  urls: ['https://a.test'],
  description: '',
  tags: [],
  colour: 0,
  fields: [],
};
const draft = { name: 'n', login: 'l', place };
const url = 'https://a.test';

/** A request that each call takes. A new call does not compile before it has one. */
const requests: { readonly [K in keyof PopupCalls]: Parameters<PopupCalls[K]>[0] } = {
  status: {},
  setupDraft: {},
  saveSetupDraft: { host: '', apiKey: '', refreshToken: '' },
  probe: { host: 'a.test' },
  explainHost: { host: 'a.test' },
  signIn: { host: 'a.test', apiKey: 'k', masterPassword: 'm', passphrase: '' },
  unlock: { secret: 'm' },
  unlockWithPin: { pin: '1' },
  pin: {},
  savePin: { pin: '1' },
  unlockWithPasskey: { secret: 's' },
  passkey: {},
  savePasskey: { credential: 'c', secret: 's' },
  accounts: {},
  switchAccount: { id: 'a' },
  lock: {},
  signOut: {},
  find: { query: '', tabId: null, offset: 0, limit: 1 },
  facets: {},
  browse: { vaultId: 'v', folderId: null, sort: 'name', offset: 0, limit: 1 },
  refresh: {},
  inbox: {},
  open: { ref },
  reveal: { ref, part: { part: 'password' } },
  copy: { ref, part: { part: 'password' } },
  code: { ref, index: 0 },
  attachment: { ref, attachmentId: 'f' },
  fill: { ref, tabId: 1 },
  openSite: { ref, url },
  openAndFill: { ref, url },
  strength: { ref },
  favourite: { ref, on: true },
  addAttachment: { ref, name: 'f', bytes: '' },
  removeAttachment: { ref, attachmentId: 'f' },
  share: { ref, life: 'hour', reusable: false },
  move: { ref, place },
  duplicate: { ref, place },
  remove: { ref, name: 'n' },
  undoRemove: { ref },
  removals: {},
  history: { ref },
  former: { ref, snapshotId: 's' },
  revealFormer: { ref, snapshotId: 's' },
  openServer: {},
  places: {},
  edit: { ref },
  saveDraft: { id: 'kept', form },
  discardDraft: { id: 'none' },
  drafts: {},
  save: { id: 'kept', form },
  tryCode: { value: 'JBSWY3DPEHPK3PXP' },
  itemRule: { ref },
  setItemRule: { ref, rule: 'host' },
  sites: {},
  setSite: { site: url, offer: 'always', save: true },
  generatorRules: {},
  generate: { rules: defaultGeneratorRules },
  keepGenerated: { password: 'x', copy: false },
  generatedRows: {},
  revealGenerated: { id: 'g' },
  copyGenerated: { id: 'g' },
  forgetGenerated: {},
  estimate: { password: 'x' },
  wish: {},
  fillConfirmed: { ref, tabId: 1, destinations: [] },
  saveQuestion: { tabId: null },
  revealTyped: { id: 't' },
  keepSaveDraft: { id: 't', draft },
  saveTyped: { id: 't', draft },
  updateFromTyped: { id: 't', ref },
  dropTyped: { id: 't', never: false },
  settings: {},
  managed: {},
  saveSettings: defaultSettings,
  diagnostics: {},
};

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
  fields: [{ name: 'code', type: 'totp', value: 'JBSWY3DPEHPK3PXP' }],
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

const secret = secretMethods(readSources()['passwork/passwork.ts'] ?? '');

const no = async () => {
  throw new AppError('refused', 'says no');
};
const closedAuthoriser: Authoriser = { authorise: no, authoriseAnswer: no, authoriseOwn: no };

/** The real ways to a secret, over a connector that notes which of its secrets were asked for. */
function setUp(authoriser: Authoriser) {
  const touched: string[] = [];
  const client = new Proxy(nothing, {
    get: (_, name) => {
      if (name === 'generation') return 'v4';
      if (typeof name !== 'string' || !secret.includes(name)) return nothing[name];
      return async () => {
        touched.push(name);
        return name === 'openShortcut' ? { item, shortcut: {} } : item;
      };
    },
  });
  const use = <T>(work: (its: never) => Promise<T>) => work(client as never);
  const now = () => 0;
  const opened = createOpenedItems({ use, now, onFetched: () => undefined });
  const texts = { ...form, password: 'canary', urls: [] };
  const kept = { id: 'kept', ref, base: texts, form, conflicts: [], typedAt: 1, sent: null };
  const drafts = { ...nothing, get: async (id: string) => (id === 'kept' ? kept : null) };
  const asked = { id: 'i', shortcutId: 'a', tabId: 1, pageUrl: 'https://a.test/' };
  const frame = { frameId: 0, parentFrameId: -1, documentId: '', url: 'https://a.test/' };
  const account = {
    session: { client: async () => client, touch: async () => undefined, use, isOpen: () => true },
    opened,
    editor: createEditor({
      ...{ use, opened, now, onWritten: nothing, places: nothing },
      drafts: Object.assign(Object.create(nothing), { get: drafts.get, put: nothing }),
    }),
    acts: createItemActs({ use, opened, notePlace: nothing, onWritten: async () => undefined }),
    removals: createRemovals({
      ...{ use, opened, now, onWritten: nothing, setAlarm: nothing, stored: memoryText() },
    }),
    ...{ items: nothing, rules: nothing, generated: nothing, places: nothing, quick: nothing },
    refresh: nothing,
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
          const place = { tabId: 1, frameId: 0, documentId: '', origin: 'https://a.test' };
          const labels = { labels: ['current-password'] as const, spares: [], destinations: [] };
          await fill.redeem(place, grant ?? '', labels);
          return { ok: true, value: { filled: 1, troubles: [] } };
        },
      }) as never,
    open: opened.open,
    matches: async () => true,
    noteUse: nothing,
    lastFilled: nothing,
    noteFilled: nothing,
    now,
  });
  const open = opened.open;
  const deps = {
    accounts: { active: async () => account },
    authoriser,
    fill,
    copyPart: createCopyPart({
      ...{ authoriser, open, now, clipboard: nothing, noteUse: nothing },
      clipboardSeconds: async () => 0,
    }),
    consent: { pending: async () => asked, done: nothing, keep: nothing },
    // What is typed reaches an item only by the opener that the handler hands over.
    saving: {
      update: (_: string, to: typeof ref, openIt: (to: unknown) => unknown) => openIt(to),
      add: (_: string, __: unknown, openIt: (to: unknown) => unknown) => openIt(ref),
    },
    openAndFill: { start: (_: string, row: never) => fill.fillTab(1, row) },
    now,
  };
  const whole = new Proxy(nothing, {
    get: (_, name) => Reflect.get(deps, name) ?? nothing[name],
  });
  const receive = createReceiver(popupParsers, createPopupHandlers(whole));
  const call = (name: string) => {
    touched.length = 0;
    // What was opened by the call before is no way in for this one.
    opened.wipe();
    const request = Reflect.get(requests, name);
    return receive({ channel: 'own', call: name, request }, { kind: 'own' });
  };
  return { touched, call };
}

const calls = Object.keys(popupParsers);

async function callsThatOpen(): Promise<string[]> {
  const { touched, call } = setUp(openAuthoriser);
  const found: string[] = [];
  for (const name of calls) {
    await call(name);
    if (touched.length > 0) found.push(name);
  }
  return found;
}

describe('M1: calls of our own pages', () => {
  it('are tried with requests that their parsers take', () => {
    const accepted = Object.entries(requests).filter(
      ([name, request]) => typeof Reflect.get(popupParsers, name)(request) !== 'symbol',
    );
    expect(accepted.map(([name]) => name).sort()).toEqual([...calls].sort());
  });

  it('open items by these', async () => {
    expect((await callsThatOpen()).sort()).toEqual(
      [
        ...['open', 'reveal', 'copy', 'code', 'attachment', 'fill', 'openSite', 'openAndFill'],
        ...['itemRule', 'setItemRule', 'edit', 'save', 'strength', 'favourite', 'addAttachment'],
        ...['removeAttachment', 'share', 'move', 'duplicate', 'remove', 'former', 'revealFormer'],
        ...['fillConfirmed', 'saveTyped', 'updateFromTyped'],
      ].sort(),
    );
  });

  it('open nothing where the authoriser says no, and say so', async () => {
    const opening = await callsThatOpen();
    const { touched, call } = setUp(closedAuthoriser);
    for (const name of calls) {
      const answer = await call(name);
      expect(touched, name).toEqual([]);
      expect(JSON.stringify(answer), name).not.toContain('canary');
      if (opening.includes(name)) {
        expect(answer, name).toMatchObject({ ok: false, error: { code: 'refused' } });
      }
    }
  });
});
