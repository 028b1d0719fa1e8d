/** Everything that belongs to one account, and to no other: its session, its index, its opened items. */
import type { connect, probe, resume } from '../../passwork/index.ts';
import { type AccountStore, allTries } from '../../platform/account-store.ts';
import type { ChunkStore } from '../../platform/chunk-store.ts';
import type { AccountItems, StoredText } from '../../platform/storage.ts';
import { createDrafts } from '../edit/drafts.ts';
import { createEditor, type Editor } from '../edit/editor.ts';
import { createPlaces, type PlaceBook } from '../edit/places.ts';
import { createRealms, type Realms } from '../fill/realms.ts';
import { createGeneratedHistory, type GeneratedHistory } from '../generator/history.ts';
import { createInbox, type Inbox } from '../inbox/inbox.ts';
import { createItems, type Items } from '../items/items.ts';
import { createItemActs, type ItemActs } from '../opened/acts.ts';
import { createOpenedItems, type OpenedItems } from '../opened/opened-items.ts';
import { createRemovals, type Removals } from '../opened/removals.ts';
import { createSeenPasswords, type SeenPasswords } from '../opened/seen-passwords.ts';
import { createRefresh, type Refresh } from '../refresh.ts';
import { createRules, type Rules } from '../rules/rules.ts';
import type { Deadline } from '../session/deadline.ts';
import { createPairStore } from '../session/pair.ts';
import { createQuickUnlock, type QuickUnlock } from '../session/quick-unlock.ts';
import { createSession, type Session } from '../session/session.ts';
import { createCorrection } from './correction.ts';
import { createRecords, type RecordStore } from './records.ts';

export type Account = {
  readonly id: string;
  readonly session: Session;
  readonly quick: QuickUnlock;
  readonly items: Items;
  readonly inbox: Inbox;
  readonly opened: OpenedItems;
  readonly refresh: Refresh;
  readonly places: PlaceBook;
  readonly rules: Rules;
  readonly realms: Realms;
  readonly generated: GeneratedHistory;
  readonly editor: Editor;
  readonly acts: ItemActs;
  readonly removals: Removals;
  readonly seenPasswords: SeenPasswords;
};

/** What all accounts share. */
export type Surroundings = {
  readonly probe: typeof probe;
  readonly connect: typeof connect;
  readonly resume: typeof resume;
  readonly store: AccountStore;
  readonly stored: (id: string) => AccountItems;
  readonly chunks: (id: string) => ChunkStore;
  readonly deadline: Deadline;
  /** Tokens that were renewed while signing in, so that a second attempt does not use dead ones. */
  readonly renewed: StoredText;
  readonly lockAfterMinutes: () => Promise<number>;
  readonly setRefreshAlarm: (when: number) => void;
  readonly setRemovalAlarm: (when: number) => void;
  /** The list was fetched anew. */
  readonly onRefreshed: () => void;
  readonly now: () => number;
  /** The tab in front is in a private window. */
  readonly isPrivate: () => Promise<boolean>;
  /** The lock, or what is listed, changed. */
  readonly onChange: () => void;
  /** The deadline has passed. */
  readonly onExpired: () => Promise<void>;
  /** The server has ended the account's session. */
  readonly onEnded: () => Promise<void>;
};

export function createAccount(id: string, around: Surroundings): Account {
  const { store, now } = around;
  const { saved, indexKey, recordKey, siteRules, lockReason, lastPlaces, ...stored } =
    around.stored(id);
  const recordStore: RecordStore = {
    get: (name) => store.record(id, name),
    set: (name, bytes) => store.setRecord(id, name, bytes),
  };
  const records = createRecords(recordKey, recordStore);
  const generated = createGeneratedHistory(records, now);
  const realms = createRealms(records);
  const rules = createRules(records, siteRules, around.onChange);
  const items = createItems({
    ...{ chunks: around.chunks(id), key: indexKey, now, rules },
    reused: () => seenPasswords.reused(),
  });
  const quick = createQuickUnlock(stored.quick, {
    all: allTries,
    get: () => store.triesLeft(id),
    set: (tries) => store.setTriesLeft(id, tries),
  });
  const session = createSession({
    probe: around.probe,
    connect: around.connect,
    resume: around.resume,
    account: {
      get: () => store.get(id),
      set: (account) => store.set({ ...account, id }),
      async remove() {
        await Promise.all([store.remove(id), lastPlaces.remove(), siteRules.remove()]);
      },
    },
    pairs: createPairStore(recordStore),
    renewed: around.renewed,
    saved,
    indexKey,
    recordKey,
    quick,
    lockReason,
    deadline: around.deadline,
    lockAfterMinutes: around.lockAfterMinutes,
    onExpired: around.onExpired,
    onEnded: around.onEnded,
    onOpened: (client) => {
      void refresh.now(client);
      around.onChange();
    },
    onLocked: async (keepIndex) => {
      opened.wipe();
      places.wipe();
      rules.suspend();
      await Promise.all([drafts.wipe(), removals.wipe(), inbox.wipe(), seenPasswords.wipe()]);
      if (keepIndex) items.suspend();
      else await items.wipe();
      around.onChange();
    },
  });
  const inbox = createInbox({ use: session.use, stored: stored.unread });
  const correct = createCorrection({ items, use: session.use });
  const seenPasswords = createSeenPasswords({
    stored: stored.seenPasswords,
    isOpen: session.isOpen,
    isPrivate: around.isPrivate,
    find: items.indexed,
  });
  const opened = createOpenedItems({
    use: session.use,
    now,
    onFetched: (item, { kind, id }) => {
      correct(item);
      const shortcutId = kind === 'shortcut' ? id : null;
      // Beside the act it belongs to, which must not wait for it, nor fail with it.
      void seenPasswords.note({ ...item, shortcutId }, item.password).catch(() => undefined);
    },
  });
  const places = createPlaces({ use: session.use, last: lastPlaces, now });
  const drafts = createDrafts(stored.drafts, indexKey);
  const editor = createEditor({
    use: session.use,
    drafts,
    opened,
    places,
    onWritten: (vaultId) => renew(vaultId === null ? null : [vaultId]),
    now,
  });
  /** Brings the list up to date with these vaults, or with all of them. */
  const renew = (vaultIds: readonly string[] | null) =>
    session.use(async (client) => {
      if (vaultIds === null) await items.build(client);
      for (const vaultId of vaultIds ?? []) await items.renew(client, vaultId);
    });
  const acts = createItemActs({
    use: session.use,
    opened,
    notePlace: places.note,
    onWritten: renew,
  });
  const removals = createRemovals({
    use: session.use,
    stored: stored.removals,
    opened,
    onWritten: renew,
    now,
    setAlarm: around.setRemovalAlarm,
  });
  const refresh = createRefresh({
    items,
    inbox,
    session,
    now,
    setAlarm: (when) => {
      around.setRefreshAlarm(when);
      around.onRefreshed();
    },
  });
  items.onChange(around.onChange);
  return {
    ...{ id, session, quick, items, inbox, opened, refresh, rules, realms, generated, places },
    ...{ editor, acts, removals, seenPasswords },
  };
}
