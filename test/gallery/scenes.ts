/** Every screen in every state. A scene is named as its picture is. */
import type { Editing } from '../../src/protocol/edit-calls.ts';
import type { Result } from '../../src/protocol/result.ts';
import type { SaveQuestion } from '../../src/protocol/save-calls.ts';
import { brokenItem, browsed, editing, item, manyRows, places, rows } from './data.ts';
import {
  type Answers,
  bad,
  findIn,
  fine,
  locked,
  never,
  ready,
  type Scene,
  unlocked,
  wish,
} from './scene.ts';

const browseVaults = [{ press: '.filter.browse' }] as const;
const browseFolder = [...browseVaults, { press: '.list-title + .list button.row' }] as const;
const openFirst = [{ key: 'ArrowRight' }] as const;
const setUp: Partial<Answers> = { status: () => fine({ state: 'not-set-up' }) };
const generate = { press: '.frame-foot .icon-button:nth-of-type(3)' } as const;
const question: SaveQuestion = {
  id: 'typed',
  kind: 'login',
  site: 'github.com',
  url: 'https://github.com',
  generated: false,
  draft: { name: 'github.com', login: 'katharina.fischer', place: null },
  matches: [],
  same: 0,
  unsure: false,
};
const connect = { press: 'button[type=submit]' } as const;
const typedHost = { into: 'host', text: 'passwork.northwind.example' } as const;
const typedAccount = [typedHost, connect, { into: 'apiKey', text: 'jS9dk3mNcV0pQ' }] as const;
const free = { settings: [], servers: [], pinAllowed: true, revealAllowed: true } as const;
const edit = { press: '.frame-head .icon-button:nth-of-type(2)' } as const;
const large = { press: '.value .icon-button:nth-last-of-type(3)' } as const;
const newItem = { press: '.frame-head > .icon-button:nth-last-of-type(2)' } as const;
const save = { press: '.frame-foot .button.primary' } as const;
const conflicting: Editing = {
  ...editing,
  form: { ...editing.form, name: 'GitHub, renamed' },
  leftAt: Date.now(),
  conflicts: [
    { what: 'name', theirs: { name: 'GitHub (Northwind)' } },
    { what: 'password', theirs: { password: null } },
    { what: 'description', theirs: { description: 'Ask Katharina first.\n\nNew line.' } },
    {
      what: 'field',
      at: 1,
      theirs: { from: 1, name: 'Billing contact', type: 'text', value: 'ap@northwind.example' },
    },
    { what: 'field', at: 2, theirs: null },
  ],
};

/** One answer the first time, another one ever after. */
function once<T>(first: Result<T>, later: Result<T>): () => Result<T> {
  let asked = false;
  return () => {
    const answer = asked ? later : first;
    asked = true;
    return answer;
  };
}

const building = { ...ready, phase: 'building', vaultsDone: 2, items: 12 } as const;
const offline = { ...ready, phase: 'failed', problem: 'offline' } as const;

export const scenes = {
  loading: { answers: { status: never } },
  'no-answer': { answers: { status: () => bad('internal') } },

  setup: { answers: setUp },
  'setup-managed': {
    answers: {
      ...setUp,
      managed: () => fine({ ...free, servers: ['pw.northwind.example', 'pw.contoso.example'] }),
    },
  },
  'setup-empty-field': { answers: setUp, acts: [connect] },
  'setup-connecting': { answers: { ...setUp, signIn: never }, acts: [...typedAccount, connect] },
  'setup-probing': { answers: { ...setUp, probe: never }, acts: [typedHost, connect] },
  'setup-offline': {
    answers: { ...setUp, probe: () => bad('offline') },
    acts: [typedHost, connect],
  },
  'setup-certificate': {
    answers: { ...setUp, probe: () => bad('offline') },
    acts: [typedHost, connect, { press: 'form .button:not(.primary)' }],
  },
  'setup-not-passwork': {
    answers: { ...setUp, probe: () => bad('not-passwork') },
    acts: [typedHost, connect],
  },
  'setup-credential': { answers: setUp, acts: typedAccount },
  'setup-tokens': {
    answers: { ...setUp, probe: () => fine({ generation: 'v7', version: '' }) },
    acts: [typedHost, connect, connect],
  },
  'setup-key-missing': { answers: setUp, acts: [typedHost, connect, connect] },
  'setup-wrong-key': {
    answers: { ...setUp, signIn: () => bad('wrong-credential') },
    acts: [...typedAccount, connect],
  },
  'setup-master-password': {
    answers: { ...setUp, signIn: () => bad('master-password-needed') },
    acts: [...typedAccount, connect],
  },
  'setup-server-error': {
    answers: { ...setUp, signIn: () => bad('server-error') },
    acts: [...typedAccount, connect],
  },
  'setup-passphrase': {
    answers: { ...setUp, signIn: () => bad('passphrase-needed') },
    acts: [...typedAccount, connect],
  },
  'setup-passphrase-short': {
    answers: { ...setUp, signIn: () => bad('passphrase-needed') },
    acts: [...typedAccount, connect, { into: 'passphrase', text: 'short' }, connect],
  },

  welcome: { answers: { ...setUp }, acts: [...typedAccount, connect] },
  'welcome-no-sites': { answers: { ...setUp }, acts: [...typedAccount, connect] },
  'welcome-managed': {
    answers: {
      ...setUp,
      managed: () => fine({ ...free, settings: ['offerInPage'], pinAllowed: false }),
    },
    acts: [...typedAccount, connect],
  },

  unlock: { answers: { status: () => fine(locked) } },
  'unlock-passphrase': { answers: { status: () => fine({ ...locked, secret: 'passphrase' }) } },
  'unlock-wrong': {
    answers: { status: () => fine(locked), unlock: () => bad('wrong-master-password') },
    acts: [{ into: 'secret', text: 'wrong one' }, connect],
  },
  'unlock-weaker-key': {
    answers: { status: () => fine(locked), unlock: () => bad('weak-key-derivation') },
    acts: [{ into: 'secret', text: 'the right one' }, connect],
  },
  'unlock-pin': { answers: { status: () => fine({ ...locked, pinTries: 5 }) } },
  'unlock-pin-wrong': {
    answers: {
      status: () => fine({ ...locked, pinTries: 5 }),
      unlockWithPin: () => bad('wrong-pin', { triesLeft: 2 }),
    },
    acts: [{ into: 'secret', text: '111111' }, connect],
  },
  'unlock-pin-spent': {
    answers: {
      status: () => fine({ ...locked, pinTries: 1 }),
      unlockWithPin: () => bad('too-many-tries'),
    },
    acts: [{ into: 'secret', text: '111111' }, connect],
  },
  'unlock-expired': {
    answers: { status: () => fine({ ...locked, reason: 'session-expired' }) },
  },
  'unlock-revoked': {
    answers: { status: () => fine(locked), unlock: () => bad('wrong-credential') },
    acts: [{ into: 'secret', text: 'the right one' }, connect],
  },
  'unlock-other-account': {
    answers: {
      status: () => fine(locked),
      accounts: () =>
        fine([
          { id: 'a', host: 'passwork.northwind.example', user: 'Katharina Fischer', active: true },
          { id: 'b', host: 'pw.contoso.example', user: 'k.fischer', active: false },
        ]),
    },
    acts: [{ press: '.under button' }],
  },

  home: {},
  'home-down': { acts: [{ key: 'ArrowDown' }, { key: 'ArrowDown' }, { key: 'ArrowDown' }] },
  'home-no-match': { answers: { find: findIn(rows.slice(2), { site: 'news.example.org' }) } },
  'home-search': { acts: [{ type: 'admin' }] },
  'home-filtered': { acts: [{ type: 'vault:"Infrastructure" tag:prod color:2 ' }] },
  'home-pick-vault': { acts: [{ press: '.filter' }] },
  'home-pick-tag': { acts: [{ press: '.filter:nth-of-type(2)' }] },
  'home-pick-failed': {
    answers: { facets: () => bad('server-error') },
    acts: [{ press: '.filter:nth-of-type(3)' }],
  },
  'home-nothing-found': { acts: [{ type: 'zebra crossing' }] },
  'home-empty': {
    answers: { find: findIn([], { site: '', index: { ...ready, items: 0 } }) },
  },
  'home-building-first': {
    answers: { find: findIn([], { index: { ...building, vaultsDone: 0, items: 0 } }) },
  },
  'home-building': { answers: { find: findIn(rows.slice(0, 9), { index: building }) } },
  'home-offline': { answers: { find: findIn(rows, { index: offline }) } },
  'home-offline-empty': {
    answers: { find: findIn([], { site: '', index: { ...offline, items: 0 } }) },
  },
  'home-failed': { answers: { find: () => bad('server-error') } },
  'home-10000': { answers: { find: findIn(manyRows(10_000), { matching: 0 }) } },
  'home-copied': { acts: [{ key: 'c', ctrl: true }] },
  'home-copy-failed': {
    answers: { copy: () => bad('no-value') },
    acts: [{ key: 'c', ctrl: true }],
  },
  'home-fill-failed': {
    answers: { fill: () => bad('no-field') },
    acts: [{ key: 'Enter', ctrl: true }],
  },
  'home-keys': { acts: [{ key: 'F1' }] },

  item: { acts: openFirst },
  'item-revealed': { acts: [...openFirst, { press: '.value .icon-button[aria-pressed]' }] },
  'item-fill-rule': { answers: { itemRule: () => fine('starts-with') }, acts: openFirst },
  'item-no-reveal': {
    answers: { managed: () => fine({ ...free, revealAllowed: false }) },
    acts: openFirst,
  },
  'item-loading': { answers: { open: never }, acts: openFirst },
  'item-gone': { answers: { open: () => bad('not-found') }, acts: openFirst },
  'item-unreadable': {
    answers: { open: () => fine(brokenItem), code: () => bad('unreadable') },
    acts: openFirst,
  },
  'item-long-notes': {
    answers: {
      open: () => fine({ ...brokenItem, description: 'Line of a very long note. '.repeat(400) }),
    },
    acts: openFirst,
  },

  'item-large': { acts: [...openFirst, large] },
  'item-qr': { acts: [...openFirst, large, { press: '.large .button' }] },
  'item-acts': { acts: [...openFirst, { press: '.acts .act:nth-of-type(1)' }] },
  'item-shared': {
    acts: [
      ...openFirst,
      { press: '.acts .act:nth-of-type(1)' },
      { press: '.act-panel .button.primary' },
    ],
  },
  'item-move': { acts: [...openFirst, { press: '.acts .act:nth-of-type(2)' }] },
  'item-history': {
    answers: {
      open: () => fine({ ...item, can: { ...item.can, history: true, favourite: false } }),
    },
    acts: [...openFirst, { press: '.acts .act:nth-of-type(1)' }],
  },
  'item-detach': {
    acts: [...openFirst, { press: '.value > svg:first-child ~ .icon-button:last-child' }],
  },
  'item-removing': { acts: [...openFirst, { press: '.acts .act.danger' }] },
  'item-remove-failed': {
    answers: {
      removals: () =>
        fine([{ ref: item.ref, name: item.name, due: Date.now(), problem: 'denied' }]),
    },
  },

  edit: { acts: [...openFirst, edit] },
  'edit-loading': { answers: { edit: never }, acts: [...openFirst, edit] },
  'edit-failed': { answers: { edit: () => bad('offline') }, acts: [...openFirst, edit] },
  'edit-denied': {
    answers: { save: () => bad('denied') },
    acts: [...openFirst, edit, { into: 'name', text: 'GitHub, renamed' }, save],
  },
  'edit-unsure': {
    answers: { save: () => bad('unknown-outcome') },
    acts: [...openFirst, edit, { into: 'name', text: 'GitHub, renamed' }, save],
  },
  'edit-leave': {
    acts: [
      ...openFirst,
      edit,
      { into: 'name', text: 'GitHub, renamed' },
      { press: '.frame-head .icon-button' },
    ],
  },
  'edit-left': {
    answers: { edit: () => fine({ ...editing, leftAt: Date.now() - 180_000 }) },
    acts: [...openFirst, edit],
  },
  'edit-fields': {
    answers: {
      edit: () =>
        fine({
          ...editing,
          form: {
            ...editing.form,
            fields: [
              ...editing.form.fields,
              { from: null, name: 'Код', type: 'totp', value: 'not base32!' },
              { from: null, name: 'كلمة المرور', type: 'password', value: 'x' },
              { from: 3, name: '', type: 'text', value: null },
              { from: null, name: 'SSH', type: 'ssh-key', value: null },
            ],
          },
          stored: {
            password: 'unreadable',
            fields: ['present', 'present', 'present', 'unreadable'],
          },
        }),
    },
    acts: [...openFirst, edit],
  },
  'edit-conflict': {
    answers: {
      save: () => fine({ state: 'conflict', editing: conflicting }),
    },
    acts: [...openFirst, edit, { into: 'name', text: 'GitHub, renamed' }, save],
  },
  'new-item': { acts: [newItem] },
  'new-item-missing': { acts: [newItem, save] },
  'new-item-places': { acts: [newItem, { press: '[name=place]' }] },
  'new-item-no-places': {
    answers: { places: () => bad('offline') },
    acts: [newItem],
  },
  'new-item-last-place': {
    answers: { places: () => fine({ ...places, last: [] }) },
    acts: [newItem],
  },
  'home-draft': {
    answers: {
      drafts: () =>
        fine([{ id: 'new', ref: null, name: 'Datev, second account', at: Date.now() - 60_000 }]),
    },
  },

  'ended-by-server': {
    answers: {
      status: once(fine(unlocked), fine({ ...locked, reason: 'session-expired' })),
      open: once(bad('session-expired'), fine(item)),
    },
    acts: openFirst,
  },
  'locked-by-itself': { answers: { status: once(fine(unlocked), fine(locked)) } },

  save: { answers: { saveQuestion: () => fine(question) } },
  'save-no-place': {
    answers: {
      saveQuestion: () => fine(question),
      places: () => fine({ all: places.all, last: [] }),
    },
    acts: [{ press: 'button[type=submit]' }],
  },
  'save-failed': {
    answers: { saveQuestion: () => fine(question), saveTyped: () => bad('offline') },
    acts: [{ press: 'button[type=submit]' }],
  },
  'save-unsure': { answers: { saveQuestion: () => fine({ ...question, unsure: true }) } },
  'save-update': {
    answers: {
      saveQuestion: () => fine({ ...question, kind: 'change', matches: rows.slice(0, 3), same: 1 }),
    },
  },
  'save-long': {
    answers: {
      saveQuestion: () =>
        fine({
          ...question,
          generated: true,
          site: `${'a-very-long-name-of-a-host.'.repeat(6)}example`,
          draft: { ...question.draft, name: 'n'.repeat(200), login: 'l'.repeat(200) },
        }),
    },
  },

  generator: { acts: [generate] },
  'generator-words': {
    acts: [generate, { press: '.kinds label:nth-of-type(2) input' }],
  },
  'generator-pronounceable': {
    acts: [generate, { press: '.kinds label:nth-of-type(3) input' }],
  },
  'generator-copied': { acts: [generate, { press: '.screen-body .button.primary' }] },
  'generator-failed': {
    answers: { generate: () => bad('internal') },
    acts: [generate],
  },

  consent: {
    answers: { fill: () => bad('address-changed') },
    acts: [...openFirst, { press: '.item-acts button' }],
  },
  'consent-address-changed': {
    answers: {
      fill: () => bad('address-changed'),
      wish: () => fine({ ...wish, addressChanged: true, site: 'github-login.example' }),
    },
    acts: [...openFirst, { press: '.item-acts button' }],
  },
  'consent-sends-elsewhere': {
    answers: {
      fill: () => bad('sends-elsewhere'),
      wish: () => fine({ ...wish, destinations: ['https://collect.example'] }),
    },
    acts: [...openFirst, { press: '.item-acts button' }],
  },
  browse: { acts: browseVaults },
  'browse-failed': { answers: { facets: () => bad('server-error') }, acts: browseVaults },
  'browse-empty': {
    answers: { facets: () => fine({ vaults: [], tags: [], colours: [] }) },
    acts: browseVaults,
  },
  'browse-folder': { acts: browseFolder },
  'browse-folder-empty': {
    answers: {
      browse: () => fine({ path: browsed.path, folders: [], rows: [], total: 0, index: ready }),
    },
    acts: browseFolder,
  },
  'browse-folder-gone': { answers: { browse: () => bad('not-found') }, acts: browseFolder },

  inbox: { acts: [{ press: '.frame-foot .icon-button:nth-of-type(2)' }] },
  'inbox-empty': {
    answers: { inbox: () => fine([]) },
    acts: [{ press: '.frame-foot .icon-button:nth-of-type(2)' }],
  },
  'inbox-loading': {
    answers: { inbox: never },
    acts: [{ press: '.frame-foot .icon-button:nth-of-type(2)' }],
  },
  'inbox-failed': {
    answers: { inbox: () => bad('timeout') },
    acts: [{ press: '.frame-foot .icon-button:nth-of-type(2)' }],
  },

  options: { page: 'options' },
  'options-sites-locked': { page: 'options', answers: { sites: () => bad('locked') } },
  'options-site-refused': {
    page: 'options',
    answers: { setSite: () => bad('invalid-input') },
    acts: [{ into: 'site', text: 'not a site' }, { press: '.sites form button' }],
  },
  'options-not-set-up': { page: 'options', answers: { ...setUp, accounts: () => fine([]) } },
  'options-managed': {
    page: 'options',
    answers: {
      managed: () =>
        fine({ ...free, settings: ['lockAfterMinutes', 'offerInPage'], pinAllowed: false }),
    },
  },
  'options-pin': {
    page: 'options',
    acts: [
      { press: 'form.setting button' },
      { into: 'pin', text: '123' },
      { press: 'form.setting .acts button' },
    ],
  },
  'options-sign-out': { page: 'options', acts: [{ press: '#accounts .setting > .button' }] },
  'options-report': { page: 'options', acts: [{ press: '#diagnostics .button' }] },
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

export function sceneNamed(name: string): Scene {
  const all: Record<string, Scene> = scenes;
  const found = all[name];
  if (found === undefined) throw new Error(`no scene ${name}`);
  return found;
}
