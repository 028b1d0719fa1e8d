/**
 * The accounts on this device. One is in use, and every call goes to it; the others keep their
 * sessions beside it, apart in storage, index and memory.
 */
import { AppError } from '../../model/error.ts';
import type { AccountStore } from '../../platform/account-store.ts';
import type { AccountRow, SignInRequest } from '../../protocol/session-calls.ts';
import type { Deadline } from '../session/deadline.ts';
import type { Account } from './account.ts';

export type Accounts = {
  /** The account in use; on a fresh device, one that is not set up yet. */
  active(): Promise<Account>;
  list(): Promise<readonly AccountRow[]>;
  /** Signs in and puts the account in use; the same user of the same server replaces what was there. */
  signIn(request: SignInRequest): Promise<void>;
  switchTo(id: string): Promise<void>;
  /** Forgets the account in use; the first of the others takes its place. */
  signOut(): Promise<void>;
  /** Locks them all. */
  lock(): Promise<void>;
  /** The session of one was ended by its server: wipes what they share as a lock would. */
  ended(): Promise<void>;
};

type Dependencies = {
  readonly store: AccountStore;
  readonly create: (id: string) => Account;
  readonly deadline: Pick<Deadline, 'end' | 'remove'>;
  /** Something was locked: wipes what no account owns alone. */
  readonly onLocked: () => Promise<void>;
  readonly onSwitched: () => void;
};

export function createAccounts(deps: Dependencies): Accounts {
  const { store, create, deadline, onLocked, onSwitched } = deps;
  const made = new Map<string, Account>();
  let activeId: Promise<string> | null = null;
  let locking: Promise<void> | null = null;

  function account(id: string): Account {
    const known = made.get(id) ?? create(id);
    made.set(id, known);
    return known;
  }

  async function active(): Promise<Account> {
    activeId ??= store.activeId();
    return account(await activeId);
  }

  async function use(id: string): Promise<void> {
    await store.setActiveId(id);
    activeId = Promise.resolve(id);
    onSwitched();
  }

  async function lockAll(): Promise<void> {
    await deadline.end();
    // The made ones too: an account that is being added stands in no list yet.
    const ids = new Set([...made.keys(), ...(await store.list()).map(({ id }) => id)]);
    await Promise.all([...ids].map((id) => account(id).session.lock(null)));
    await onLocked();
    await deadline.remove();
  }

  async function isAnyOpen(): Promise<boolean> {
    for (const { id } of await store.list()) {
      if (await account(id).session.isOpen()) return true;
    }
    return false;
  }

  async function ended(): Promise<void> {
    await onLocked();
    if (await isAnyOpen()) return;
    await deadline.end();
    await deadline.remove();
  }

  return {
    active,

    async list() {
      const current = (await active()).id;
      const all = await store.list();
      return all.map(({ id, host, user }) => ({ id, host, user, active: id === current }));
    },

    async signIn(request) {
      const id = newId();
      await account(id).session.signIn(request);
      const all = await store.list();
      const added = all.find((each) => each.id === id);
      for (const { id: old, host, user } of all) {
        if (old === id || host !== added?.host || user !== added.user) continue;
        await account(old).session.signOut();
        made.delete(old);
      }
      await use(id);
    },

    async switchTo(id) {
      if ((await store.get(id)) === null) throw new AppError('not-found', 'no such account');
      await use(id);
    },

    async signOut() {
      const { id, session } = await active();
      await session.signOut();
      made.delete(id);
      await ended();
      const [next] = await store.list();
      await use(next?.id ?? '');
    },

    lock() {
      // A second lock meanwhile would find the session put away and take the PIN for spent.
      locking ??= lockAll().finally(() => {
        locking = null;
      });
      return locking;
    },

    ended,
  };
}

/** Begins with the time, because accounts are listed by their ids. */
function newId(): string {
  return `${Date.now().toString(36).padStart(9, '0')}-${crypto.randomUUID()}`;
}
