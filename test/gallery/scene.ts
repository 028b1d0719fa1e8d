import type { ErrorCode } from '../../src/model/error.ts';
import { defaultGeneratorRules } from '../../src/model/generator.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import type { Wish } from '../../src/protocol/consent-calls.ts';
import type { FindAnswer, IndexState, ItemRow } from '../../src/protocol/list-calls.ts';
import type { Reply, Request } from '../../src/protocol/message.ts';
import type { PopupCalls } from '../../src/protocol/popup-calls.ts';
import type { Result, WireError } from '../../src/protocol/result.ts';
import type { Status } from '../../src/protocol/session-calls.ts';
import { browsed, editing, facets, inboxRows, item, newEditing, places, rows } from './data.ts';

/** How the worker of a scene answers. */
export type Answers = {
  readonly [K in keyof PopupCalls]: (
    request: Request<PopupCalls, K>,
  ) => Result<Reply<PopupCalls, K>> | Promise<Result<Reply<PopupCalls, K>>>;
};

/** What a person does to get to the picture. */
export type Act =
  | { readonly type: string }
  | { readonly into: string; readonly text: string }
  | { readonly key: string; readonly ctrl?: true }
  | { readonly press: string }
  /** What comes by itself, and the next act needs. */
  | { readonly wait: string };

export type Scene = {
  readonly page?: 'popup' | 'options';
  readonly answers?: Partial<Answers>;
  readonly acts?: readonly Act[];
};

export const fine = <T>(value: T): Result<T> => ({ ok: true, value });
export const bad = (code: ErrorCode, more: Partial<WireError> = {}): Result<never> => ({
  ok: false,
  error: { code, ...more },
});
export const never = <T>(): Promise<T> => new Promise(() => {});

export const ready: IndexState = {
  phase: 'ready',
  vaultsDone: 6,
  vaultsTotal: 6,
  items: rows.length,
  refreshedAt: Date.now() - 5 * 60_000,
};

export const unlocked: Status = {
  state: 'unlocked',
  host: 'passwork.northwind.example',
  user: 'Katharina Fischer',
  index: ready,
};

export const locked: Extract<Status, { state: 'locked' }> = {
  state: 'locked',
  host: 'passwork.northwind.example',
  user: 'Katharina Fischer',
  secret: 'master-password',
  reason: null,
  pinTries: null,
  passkey: '',
};

/** Finds as simply as a gallery may: by any text of the row. The first two rows belong to the site. */
export function findIn(all: readonly ItemRow[], more: Partial<FindAnswer> = {}): Answers['find'] {
  return ({ query, offset, limit }) => {
    // What a filter asks for, no row of the gallery says.
    const text = query.replace(/(vault|tag|color):("[^"]*"|\S+) ?/g, '').toLowerCase();
    const found = all.filter((row) =>
      `${row.name} ${row.login} ${row.host}`.toLowerCase().includes(text),
    );
    const fitting = found.filter((row) => row.host === 'github.com').length;
    const matching = more.matching ?? Math.min(2, fitting);
    const favourites = query === '' ? Math.min(2, found.length - matching) : 0;
    const recent = query === '' ? Math.min(3, found.length - matching - favourites) : 0;
    return fine({
      rows: found.slice(offset, offset + limit),
      matching,
      total: found.length,
      sections: (
        [
          { kind: 'site', count: matching },
          { kind: 'favourites', count: favourites },
          { kind: 'recent', count: recent },
          { kind: 'rest', count: found.length - matching - favourites - recent },
        ] as const
      ).filter(({ count }) => count > 0),
      site: 'github.com',
      index: ready,
      ...more,
    });
  };
}

/** One folder with folders in it, and all rows. */
function browseIn(all: readonly ItemRow[]): Answers['browse'] {
  return ({ offset, limit }) =>
    fine({ ...browsed, rows: all.slice(offset, offset + limit), total: all.length, index: ready });
}
/** What waits for a yes. */
export const wish: Wish = {
  ref: { kind: 'item', id: 'github' },
  tabId: 1,
  name: 'GitHub — Build robot',
  login: 'build-robot@northwind.example',
  site: 'github.com',
  addressChanged: false,
  destinations: [],
};

const base: Answers = {
  status: () => fine(unlocked),
  setupDraft: () => fine({ host: '', apiKey: '', refreshToken: '' }),
  saveSetupDraft: () => fine(null),
  probe: () => fine({ generation: 'v4', version: '6.3.0' }),
  explainHost: () => fine({ reason: 'untrusted-certificate' }),
  signIn: () => fine(unlocked),
  unlock: () => fine(unlocked),
  unlockWithPin: () => fine(unlocked),
  pin: () => fine({ set: false }),
  savePin: ({ pin }) => fine({ set: pin !== '' }),
  unlockWithPasskey: () => fine(unlocked),
  passkey: () => fine({ set: false }),
  savePasskey: ({ secret }) => fine({ set: secret !== '' }),
  accounts: () =>
    fine([
      { id: 'a', host: 'passwork.northwind.example', user: 'Katharina Fischer', active: true },
    ]),
  switchAccount: () => fine(unlocked),
  lock: () => fine(locked),
  signOut: () => fine({ state: 'not-set-up' }),
  find: findIn(rows),
  facets: () => fine(facets),
  browse: browseIn(rows),
  refresh: () => fine(ready),
  inbox: () => fine(inboxRows),
  unread: () => fine(inboxRows.filter(({ viewed }) => !viewed).length),
  open: () => fine(item),
  reveal: () => fine('vR7#kq-Tundra-lamp-0O1lI'),
  copy: () => fine({ clearsIn: 30 }),
  code: () => fine({ code: '492817', period: 30, endsAt: Date.now() + 19_000 }),
  attachment: () => fine({ name: 'recovery-codes.txt', bytes: btoa('codes') }),
  fill: () => fine({ filled: 2, troubles: [] }),
  openSite: () => fine(null),
  openAndFill: () => fine(null),
  places: () => fine(places),
  generatorRules: () => fine(defaultGeneratorRules),
  generate: ({ rules }) =>
    fine(
      rules.kind === 'passphrase'
        ? { text: 'velvet-canoe-thrive-market-onion-lamp', bits: 66 }
        : rules.kind === 'pronounceable'
          ? { text: 'Fedoru-Kipaze-Tom71', bits: 58 }
          : { text: 'k7$Rw!mQ2^xz@Lf9-Tbe', bits: 124 },
    ),
  keepGenerated: ({ copy }) => fine({ clearsIn: copy ? 30 : 0 }),
  generatedRows: () =>
    fine([
      { id: 'g1', site: 'github.com', at: Date.now() - 3 * 60_000 },
      { id: 'g2', site: '', at: Date.now() - 26 * 3_600_000 },
    ]),
  revealGenerated: () => fine('k7$Rw!mQ2^xz@Lf9-Tbe'),
  copyGenerated: () => fine({ clearsIn: 30 }),
  forgetGenerated: () => fine(null),
  estimate: ({ password }) => fine({ bits: password.length * 4 }),
  challenge: () =>
    fine({
      site: 'nas.northwind.example:8443',
      realm: 'Storage',
      exposed: false,
      mayRemember: true,
      rows: rows.slice(0, 2),
    }),
  answerChallenge: () => fine(null),
  leaveChallenge: () => fine(null),
  realms: () => fine([{ origin: 'https://nas.northwind.example:8443', realm: 'Storage' }]),
  forgetRealm: () => fine([]),
  wish: () => fine(wish),
  fillConfirmed: () => fine({ filled: 2, troubles: [] }),
  itemRule: () => fine('default'),
  setItemRule: ({ rule }) => fine(rule),
  sites: () =>
    fine([
      { site: 'intranet.northwind.example', offer: 'on-request', save: true },
      { site: '*.contoso.example', offer: 'never', save: false },
    ]),
  setSite: (site) => fine([site]),
  edit: ({ ref }) => fine(ref === null ? newEditing : editing),
  health: () => fine({ strength: 'good', same: [], sameTotal: 0, compared: 12 }),
  favourite: () => fine(null),
  addAttachment: () => fine(null),
  removeAttachment: () => fine(null),
  share: () =>
    fine({ url: 'https://passwork.northwind.example/g/p/x7Kq#code=vR7kqTundra', clearsIn: 30 }),
  move: ({ ref }) => fine(ref),
  duplicate: ({ ref }) => fine(ref),
  remove: ({ ref, name }) => fine({ ref, name, due: Date.now() + 8_000, problem: null }),
  undoRemove: () => fine({ kept: true }),
  removals: () => fine([]),
  history: () =>
    fine([
      { id: 'h2', createdAt: 1_767_225_600 },
      { id: 'h1', createdAt: 1_735_689_600 },
    ]),
  former: () => fine(item),
  revealFormer: () => fine('old-Secret-1'),
  copyFormer: () => fine({ clearsIn: 30 }),
  openServer: () => fine(null),
  saveDraft: () => fine(null),
  discardDraft: () => fine(null),
  drafts: () => fine([]),
  save: ({ id }) => fine({ state: 'saved', ref: { kind: 'item', id } }),
  tryCode: ({ value }) =>
    value.includes('!')
      ? bad('invalid-input')
      : fine({ code: '492817', period: 30, endsAt: Date.now() + 19_000 }),
  saveQuestion: () => fine(null),
  revealTyped: () => fine('vR7#kq-Tundra-lamp-0O1lI'),
  keepSaveDraft: () => fine(null),
  saveTyped: () => fine({ ref: { kind: 'item', id: 'new' } }),
  updateFromTyped: () => fine({ changed: true }),
  dropTyped: () => fine(null),
  settings: () => fine(defaultSettings),
  managed: () =>
    fine({
      ...{ settings: [], servers: [], pinAllowed: true, revealAllowed: true },
      generatedPasswords: null,
    }),
  saveSettings: (settings) => fine(settings),
  diagnostics: () =>
    fine({
      session: 'unlocked',
      accounts: 1,
      server: { generation: 'v4', encrypted: true },
      index: ready,
      settings: { lockAfterMinutes: 15, offerInPage: true },
      managed: [],
      failures: [{ at: 1_767_225_600_000, call: 'open', code: 'not-found' }],
    }),
};

export function answersOf(scene: Scene): Answers {
  return { ...base, ...scene.answers };
}
