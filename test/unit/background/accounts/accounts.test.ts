import { describe, expect, it } from 'vitest';
import { type Account, createAccount } from '../../../../src/background/accounts/account.ts';
import { type Accounts, createAccounts } from '../../../../src/background/accounts/accounts.ts';
import { AppError } from '../../../../src/model/error.ts';
import type { StoredAccount } from '../../../../src/platform/account-store.ts';
import type { ChunkStore } from '../../../../src/platform/chunk-store.ts';
import { fakePasswork, openedItem, savedSession } from '../../../support/fake-passwork.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { permitFor } from '../../../support/permit.ts';

const typed = { apiKey: 'key', masterPassword: 'correct horse', passphrase: '' };

/** A box without room: the index is in memory only. */
const noChunks: ChunkStore = {
  read: async (names) => ({ ok: true, value: names.map(() => null) }),
  write: async () => ({ ok: false, failure: 'full' }),
  remove: async () => ({ ok: true, value: null }),
  names: async () => ({ ok: true, value: [] }),
  clear: async () => ({ ok: true, value: null }),
};

const never = {
  extend: async () => undefined,
  end: async () => undefined,
  remove: async () => undefined,
};

/** Two servers, each with one user and one item named after it. */
function setUp() {
  const stored = new Map<string, StoredAccount>();
  const texts = new Map<string, ReturnType<typeof memoryText>>();
  const text = (key: string) => {
    const known = texts.get(key) ?? memoryText();
    texts.set(key, known);
    return known;
  };
  const world = { activeId: '', locked: 0, ended: 0, removed: 0 };
  const clientOf = (host: string) => {
    const saved = { ...savedSession, base: `https://${host}/api/v4` };
    return fakePasswork(
      {
        vaults: async () => [{ id: host, name: host, kind: 'company' }],
        vaultContent: async () => ({
          folders: [],
          items: [{ ...openedItem({ id: host, vaultId: host, name: host }), shortcutId: null }],
        }),
        openItem: async (id) => openedItem({ id, name: host }),
      },
      saved,
    );
  };
  const accounts: Accounts = createAccounts({
    store: {
      list: async () => [...stored.values()],
      get: async (id) => stored.get(id) ?? null,
      set: async (account) => void stored.set(account.id, account),
      remove: async (id) => void stored.delete(id),
      activeId: async () => world.activeId,
      setActiveId: async (id) => {
        world.activeId = id;
      },
      triesLeft: async () => 5,
      setTriesLeft: async () => undefined,
      record: async () => null,
      setRecord: async () => undefined,
    },
    create: (id): Account =>
      createAccount(id, {
        probe: async () => ({ generation: 'v4', base: '', version: '', legacyHash: false }),
        renewed: memoryText(),
        connect: async ({ host }) => clientOf(host),
        resume: async ({ base }) => clientOf(new URL(base).host),
        store: {
          list: async () => [...stored.values()],
          get: async (key) => stored.get(key) ?? null,
          set: async (account) => void stored.set(account.id, account),
          remove: async (key) => void stored.delete(key),
          activeId: async () => world.activeId,
          setActiveId: async () => undefined,
          triesLeft: async () => 5,
          setTriesLeft: async () => undefined,
          record: async () => null,
          setRecord: async () => undefined,
        },
        stored: (key) => ({
          saved: text(`saved ${key}`),
          indexKey: text(`index ${key}`),
          recordKey: text(`records ${key}`),
          siteRules: text(`sites ${key}`),
          quick: text(`quick ${key}`),
          lockReason: text(`reason ${key}`),
          drafts: text(`drafts ${key}`),
          removals: text(`removals ${key}`),
          lastPlaces: text(`places ${key}`),
          unread: text(`unread ${key}`),
          seenPasswords: text(`seen ${key}`),
        }),
        chunks: () => noChunks,
        deadline: { ...never, passed: async () => false, isSet: async () => false },
        lockAfterMinutes: async () => 15,
        onRefreshed: () => undefined,
        isPrivate: async () => false,
        setRefreshAlarm: () => undefined,
        setRemovalAlarm: () => undefined,
        now: () => 0,
        onChange: () => undefined,
        onExpired: async () => undefined,
        onEnded: () => accounts.ended(),
      }),
    deadline: {
      end: async () => {
        world.ended += 1;
      },
      remove: async () => {
        world.removed += 1;
      },
    },
    onLocked: async () => {
      world.locked += 1;
    },
    onSwitched: () => undefined,
  });
  return { accounts, world, stored, texts };
}

async function names(account: Account): Promise<string[]> {
  await account.refresh.now(await account.session.client());
  const { rows } = await account.items.find({ query: '', page: null, offset: 0, limit: 10 });
  return rows.map(({ name }) => name);
}

describe('accounts', () => {
  it('begin with one that is not set up', async () => {
    const { accounts } = setUp();
    expect(await (await accounts.active()).session.state()).toEqual({ state: 'not-set-up' });
    expect(await accounts.list()).toEqual([]);
  });

  it('are switched without locking or mixing anything', async () => {
    const { accounts } = setUp();
    await accounts.signIn({ ...typed, host: 'one.test' });
    const first = await accounts.active();
    await accounts.signIn({ ...typed, host: 'two.test' });
    const second = await accounts.active();
    expect(await names(first)).toEqual(['one.test']);
    expect(await names(second)).toEqual(['two.test']);
    await accounts.switchTo(first.id);
    expect((await accounts.active()).id).toBe(first.id);
    expect(await first.session.isOpen()).toBe(true);
    expect(await second.session.isOpen()).toBe(true);
    const permit = await permitFor({ kind: 'item', id: 'x' });
    expect((await (await accounts.active()).opened.open(permit)).name).toBe('one.test');
  });

  it('are replaced by the same user of the same server', async () => {
    const { accounts } = setUp();
    await accounts.signIn({ ...typed, host: 'one.test' });
    await accounts.signIn({ ...typed, host: 'one.test' });
    expect(await accounts.list()).toHaveLength(1);
  });

  it('lock together, and leave no secret of any', async () => {
    const { accounts, world, texts } = setUp();
    await accounts.signIn({ ...typed, host: 'one.test' });
    await accounts.signIn({ ...typed, host: 'two.test' });
    await accounts.lock();
    expect(await (await accounts.active()).session.isOpen()).toBe(false);
    expect([...texts.values()].map(({ value }) => value).join('')).toBe('');
    expect(world.locked).toBe(1);
  });

  it('lock once where two ask for it at the same time', async () => {
    const { accounts, world } = setUp();
    await accounts.signIn({ ...typed, host: 'one.test' });
    const { quick } = await accounts.active();
    await quick.setPin('482913');
    await Promise.all([accounts.lock(), accounts.lock()]);
    expect(world).toMatchObject({ ended: 1, locked: 1 });
    // The second one would have taken the PIN away.
    expect(await quick.triesLeft()).toBe(5);
  });

  it('are not added by a sign-in that a lock has met', async () => {
    const { accounts } = setUp();
    const signingIn = accounts.signIn({ ...typed, host: 'one.test' });
    await accounts.lock();
    await expect(signingIn).rejects.toMatchObject({ code: 'locked' });
  });

  it('are forgotten one by one', async () => {
    const { accounts } = setUp();
    await accounts.signIn({ ...typed, host: 'one.test' });
    const first = await accounts.active();
    await accounts.signIn({ ...typed, host: 'two.test' });
    await accounts.signOut();
    expect((await accounts.active()).id).toBe(first.id);
    await accounts.signOut();
    expect(await accounts.list()).toEqual([]);
  });

  it('share nothing any more once the server has ended the only session', async () => {
    const { accounts, world, texts } = setUp();
    await accounts.signIn({ ...typed, host: 'one.test' });
    const expired = () => Promise.reject(new AppError('session-expired', 'refused'));
    const { session } = await accounts.active();
    await expect(session.use(expired)).rejects.toMatchObject({ code: 'session-expired' });
    expect(world).toMatchObject({ locked: 1, ended: 1, removed: 1 });
    const left = [...texts].filter(([key, { value }]) => value !== '' && !key.startsWith('reason'));
    expect(left).toEqual([]);
  });

  it('keep the lock time where the server has ended one session of two', async () => {
    const { accounts, world } = setUp();
    await accounts.signIn({ ...typed, host: 'one.test' });
    await accounts.signIn({ ...typed, host: 'two.test' });
    await (await accounts.active()).session.lock('session-expired');
    expect(world).toMatchObject({ locked: 1, removed: 0 });
  });

  it('share nothing any more once they are signed out of', async () => {
    const { accounts, world } = setUp();
    await accounts.signIn({ ...typed, host: 'one.test' });
    await accounts.signOut();
    expect(world).toMatchObject({ locked: 1, removed: 1 });
  });

  it('know only what they know', async () => {
    const { accounts } = setUp();
    await expect(accounts.switchTo('nobody')).rejects.toMatchObject({ code: 'not-found' });
  });
});
