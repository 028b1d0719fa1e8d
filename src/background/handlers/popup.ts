/** What our own pages ask: checks nothing twice, calls one service, shapes the reply. */
import { encodeBase64 } from '../../crypto/base64.ts';
import { AppError } from '../../model/error.ts';
import type { Passwork } from '../../passwork/index.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { Tab } from '../../platform/tabs.ts';
import type { ItemRef, PopupCalls, SetupDraft, Status } from '../../protocol/popup-calls.ts';
import type { Handlers } from '../../protocol/receiver.ts';
import type { Fill } from '../fill/fill.ts';
import type { Items } from '../items/items.ts';
import type { CopyPart } from '../opened/copy-part.ts';
import type { OpenedItems } from '../opened/opened-items.ts';
import { readCode, readPart, toView } from '../opened/parts.ts';
import type { Refresh } from '../refresh.ts';
import type { Session } from '../session/session.ts';
import type { SettingsService } from '../settings.ts';
import { parseSetupDraft } from './popup-parsers.ts';

type Dependencies = {
  readonly session: Session;
  readonly items: Items;
  readonly refresh: Refresh;
  readonly opened: OpenedItems;
  readonly copyPart: CopyPart;
  readonly fill: Fill;
  readonly settings: SettingsService;
  readonly setupDraft: StoredText;
  readonly findTab: (id: number) => Promise<Tab | null>;
  readonly openTab: (url: string) => Promise<void>;
  readonly now: () => number;
};

export function createPopupHandlers(deps: Dependencies): Handlers<PopupCalls, null> {
  const { session, items, opened } = deps;

  async function status(): Promise<Status> {
    const found = await session.state();
    if (found.state === 'not-set-up') return found;
    const { user, secret } = found.account;
    const host = serverName(found.account.host);
    return found.state === 'locked'
      ? { state: 'locked', host, user, secret, reason: found.reason }
      : { state: 'unlocked', host, user, index: items.state() };
  }

  /** Every use of the vault moves the lock away; a locked one throws. */
  async function unlocked(): Promise<Passwork> {
    const client = await session.client();
    await session.touch();
    return client;
  }

  async function open(ref: ItemRef) {
    await unlocked();
    return opened.open(ref);
  }

  async function pathOf(ref: ItemRef, itemId: string): Promise<readonly string[]> {
    if (ref.kind === 'inbox') return [];
    return (await items.row(itemId, ref.kind === 'shortcut' ? ref.id : null))?.path ?? [];
  }

  return {
    status,
    setupDraft: async () => parseSetupDraft(await deps.setupDraft.get()),
    async saveSetupDraft(draft: SetupDraft) {
      await deps.setupDraft.set(JSON.stringify(draft));
      return null;
    },
    async signIn(request) {
      await session.signIn(request);
      await deps.setupDraft.remove();
      return status();
    },
    async unlock({ secret }) {
      await session.unlock(secret);
      return status();
    },
    async lock() {
      await session.lock(null);
      return status();
    },
    async signOut() {
      await session.signOut();
      return status();
    },

    async find({ query, tabId, offset, limit }) {
      await unlocked();
      const tab = tabId === null ? null : await deps.findTab(tabId);
      return items.find({ query, page: tab?.url ?? null, offset, limit });
    },
    async refresh() {
      await deps.refresh.now(await unlocked());
      return items.state();
    },
    async inbox() {
      await unlocked();
      return session.use((client) => client.inbox());
    },

    async open({ ref }) {
      const item = await open(ref);
      items.noteUse(item.id, deps.now());
      return toView(item, ref, await pathOf(ref, item.id));
    },
    reveal: async ({ ref, part }) => readPart(await open(ref), part, deps.now()),
    async copy({ ref, part }) {
      await unlocked();
      return { clearsIn: await deps.copyPart(ref, part) };
    },
    code: async ({ ref, index }) => readCode(await open(ref), index, deps.now()),
    async attachment({ ref, attachmentId }) {
      const item = await open(ref);
      const file = await session.use((client) => client.downloadAttachment(item, attachmentId));
      return { name: file.name, bytes: encodeBase64(file.bytes) };
    },

    async fill({ ref, tabId }) {
      await unlocked();
      const row = await rowOf(ref);
      return { filled: await deps.fill.fillTab(tabId, row) };
    },
    async openSite({ ref, url }) {
      const item = await open(ref);
      if (!item.urls.includes(url)) throw new AppError('refused', 'not an address of the item');
      await deps.openTab(webAddress(url));
      return null;
    },

    settings: () => deps.settings.get(),
    saveSettings: (settings) => deps.settings.save(settings),
  };

  async function rowOf(ref: ItemRef) {
    if (ref.kind === 'inbox') throw new AppError('no-match', 'an inbox item belongs to no site');
    if (ref.kind === 'item') return { id: ref.id, shortcutId: null };
    const { id } = await opened.open(ref);
    return { id, shortcutId: ref.id };
  }
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
