/** What our own pages ask: checks nothing twice, calls one service, shapes the reply. */
import { encodeBase64 } from '../../crypto/base64.ts';
import { AppError } from '../../model/error.ts';
import type { OpenedItem } from '../../model/item.ts';
import { allowsServer } from '../../model/policy.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { Tab } from '../../platform/tabs.ts';
import type { ItemRef, PopupCalls, SetupDraft, Status } from '../../protocol/popup-calls.ts';
import type { Handlers } from '../../protocol/receiver.ts';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Fill } from '../fill/fill.ts';
import type { CopyPart } from '../opened/copy-part.ts';
import { readCode, readPart, toView } from '../opened/parts.ts';
import { managedKeys } from '../policy.ts';
import type { SettingsService } from '../settings.ts';
import { parseSetupDraft } from './popup-parsers.ts';

type Dependencies = {
  readonly accounts: Accounts;
  readonly copyPart: CopyPart;
  readonly fill: Fill;
  readonly settings: SettingsService;
  readonly setupDraft: StoredText;
  readonly findTab: (id: number) => Promise<Tab | null>;
  readonly openTab: (url: string) => Promise<void>;
  readonly now: () => number;
};

export function createPopupHandlers(deps: Dependencies): Handlers<PopupCalls, null> {
  const { accounts } = deps;

  async function status(): Promise<Status> {
    const { session, items } = await accounts.active();
    const found = await session.state();
    if (found.state === 'not-set-up') return found;
    const { user, secret } = found.account;
    const host = serverName(found.account.host);
    if (found.state === 'unlocked') return { state: 'unlocked', host, user, index: items.state() };
    const { reason, pinTries, passkey } = found;
    return { state: 'locked', host, user, secret, reason, pinTries, passkey };
  }

  /** The account in use. Every use of the vault moves the lock away; a locked one throws. */
  async function unlocked(): Promise<Account> {
    const account = await accounts.active();
    await account.session.client();
    await account.session.touch();
    return account;
  }

  async function open(ref: ItemRef): Promise<OpenedItem> {
    return (await unlocked()).opened.open(ref);
  }

  async function rowOf(ref: ItemRef) {
    if (ref.kind === 'inbox') throw new AppError('no-match', 'an inbox item belongs to no site');
    if (ref.kind === 'item') return { id: ref.id, shortcutId: null };
    const { id } = await open(ref);
    return { id, shortcutId: ref.id };
  }

  return {
    status,
    async setupDraft() {
      const draft = parseSetupDraft(await deps.setupDraft.get());
      const [server = ''] = (await deps.settings.policy()).servers ?? [];
      return { ...draft, host: draft.host || server };
    },
    async saveSetupDraft(draft: SetupDraft) {
      await deps.setupDraft.set(JSON.stringify(draft));
      return null;
    },
    async signIn(request) {
      if (!allowsServer(await deps.settings.policy(), request.host)) throw forbidden();
      await accounts.signIn(request);
      await deps.setupDraft.remove();
      return status();
    },
    async unlock({ secret }) {
      await (await accounts.active()).session.unlock(secret);
      return status();
    },
    async unlockWithPin({ pin }) {
      await (await accounts.active()).session.unlockWithPin(pin);
      return status();
    },
    async unlockWithPasskey({ secret }) {
      await (await accounts.active()).session.unlockWithPasskey(secret);
      return status();
    },
    async lock() {
      await accounts.lock();
      return status();
    },
    async signOut() {
      await accounts.signOut();
      return status();
    },
    async accounts() {
      const all = await accounts.list();
      return all.map((account) => ({ ...account, host: serverName(account.host) }));
    },
    async switchAccount({ id }) {
      await accounts.switchTo(id);
      return status();
    },

    pin: async () => ({ set: (await (await accounts.active()).quick.ways()).pin }),
    async savePin({ pin }) {
      const { quick } = await unlocked();
      const { pinAllowed = true } = await deps.settings.policy();
      if (!pinAllowed && pin !== '') throw forbidden();
      await quick.setPin(pin);
      return { set: (await quick.ways()).pin };
    },
    passkey: async () => ({ set: (await (await accounts.active()).quick.ways()).passkey !== '' }),
    async savePasskey({ credential, secret }) {
      const { quick } = await unlocked();
      await quick.setPasskey(credential, secret);
      return { set: (await quick.ways()).passkey !== '' };
    },

    async find({ query, tabId, offset, limit }) {
      const { items } = await unlocked();
      const tab = tabId === null ? null : await deps.findTab(tabId);
      return items.find({ query, page: tab?.url ?? null, offset, limit });
    },
    async refresh() {
      const { session, refresh, items } = await unlocked();
      await refresh.now(await session.client());
      return items.state();
    },
    inbox: async () => (await unlocked()).session.use((client) => client.inbox()),

    async open({ ref }) {
      const { opened, items } = await unlocked();
      const item = await opened.open(ref);
      items.noteUse(item.id, deps.now());
      const shortcutId = ref.kind === 'shortcut' ? ref.id : null;
      const row = ref.kind === 'inbox' ? null : await items.row(item.id, shortcutId);
      return toView(item, ref, row?.path ?? []);
    },
    async reveal({ ref, part }) {
      const { revealAllowed = true } = await deps.settings.policy();
      if (!revealAllowed) throw forbidden();
      return readPart(await open(ref), part, deps.now());
    },
    async copy({ ref, part }) {
      await unlocked();
      return { clearsIn: await deps.copyPart(ref, part) };
    },
    code: async ({ ref, index }) => readCode(await open(ref), index, deps.now()),
    async attachment({ ref, attachmentId }) {
      const { opened, session } = await unlocked();
      const item = await opened.open(ref);
      const file = await session.use((client) => client.downloadAttachment(item, attachmentId));
      return { name: file.name, bytes: encodeBase64(file.bytes) };
    },

    async fill({ ref, tabId }) {
      await unlocked();
      return deps.fill.fillTab(tabId, await rowOf(ref));
    },
    async openSite({ ref, url }) {
      const item = await open(ref);
      if (!item.urls.includes(url)) throw new AppError('refused', 'not an address of the item');
      await deps.openTab(webAddress(url));
      return null;
    },

    settings: () => deps.settings.get(),
    async managed() {
      const policy = await deps.settings.policy();
      const { servers = [], pinAllowed = true, revealAllowed = true } = policy;
      return { settings: managedKeys(policy), servers, pinAllowed, revealAllowed };
    },
    saveSettings: (settings) => deps.settings.save(settings),
  };
}

function forbidden(): AppError {
  return new AppError('forbidden', 'the policy of the organisation says no');
}

/** The server as a person knows it: no scheme, no path of the API. */
function serverName(base: string): string {
  return base.replace(/^https?:\/\//, '').replace(/\/api\/v\d+$/, '');
}

/** The address as a tab may open it: http and https only, https where no scheme was stored. */
function webAddress(url: string): string {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(address)) throw new AppError('invalid-input', 'not an address');
  const { protocol, href } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new AppError('invalid-input', 'not a web address');
  }
  return href;
}
