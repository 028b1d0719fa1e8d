import { describe, expect, it } from 'vitest';
import { createPairStore } from '../../../../src/background/session/pair.ts';
import { createQuickUnlock } from '../../../../src/background/session/quick-unlock.ts';
import { createSession, type Session } from '../../../../src/background/session/session.ts';
import { AppError } from '../../../../src/model/error.ts';
import type { ConnectOptions, Passwork } from '../../../../src/passwork/index.ts';
import type { StoredAccount } from '../../../../src/platform/account-store.ts';
import { fakePasswork, savedSession } from '../../../support/fake-passwork.ts';
import { memoryText } from '../../../support/memory-text.ts';

const request = {
  host: 'vault.test',
  apiKey: 'key',
  masterPassword: 'correct horse',
  passphrase: '',
};

/** What outlives a worker, and everything that a life of it is given. */
function setUp(connect?: (options: ConnectOptions) => Promise<Passwork>) {
  const world = {
    account: null as StoredAccount | null,
    saved: memoryText(),
    indexKey: memoryText('index key'),
    recordKey: memoryText(),
    renewed: memoryText(),
    pair: null as Uint8Array<ArrayBuffer> | null,
    generation: 'v4' as 'v4' | 'v7',
    quick: memoryText(),
    tries: 5,
    lockReason: memoryText(),
    passed: false,
    isSet: false,
    opened: 0,
    expired: 0,
    wiped: 0,
    suspended: 0,
    meanwhile: async () => {},
    ended: 0,
    onLocked: () => {},
    attempts: [] as ConnectOptions[],
    resumed: [] as Passwork[],
  };
  const start = () =>
    createSession({
      probe: async () => ({
        generation: world.generation,
        base: '',
        version: '',
        legacyHash: false,
      }),
      connect: async (options) => {
        world.attempts.push(options);
        return connect === undefined ? fakePasswork() : connect(options);
      },
      resume: async (saved) => {
        const client = fakePasswork({}, saved);
        world.resumed.push(client);
        return client;
      },
      account: {
        get: async () => world.account,
        set: async (account) => {
          world.account = { ...account, id: 'A' };
        },
        remove: async () => {
          world.account = null;
        },
      },
      saved: world.saved,
      indexKey: world.indexKey,
      recordKey: world.recordKey,
      pairs: createPairStore({
        get: async () => world.pair,
        set: async (_, bytes) => {
          world.pair = bytes;
        },
      }),
      renewed: world.renewed,
      quick: createQuickUnlock(world.quick, {
        all: 5,
        get: async () => world.tries,
        set: async (tries) => {
          world.tries = tries;
        },
      }),
      lockReason: world.lockReason,
      deadline: {
        passed: async () => world.passed,
        isSet: async () => world.isSet,
        extend: async () => {
          Object.assign(world, { passed: false, isSet: true });
        },
        end: async () => {
          world.passed = true;
        },
        remove: async () => undefined,
      },
      lockAfterMinutes: async () => {
        await world.meanwhile();
        return 15;
      },
      onOpened: () => {
        world.opened += 1;
      },
      onExpired: async () => {
        world.expired += 1;
        world.isSet = false;
        await session.lock(null);
      },
      onEnded: async () => {
        world.ended += 1;
      },
      onLocked: async (keepIndex) => {
        world.onLocked();
        if (keepIndex) world.suspended += 1;
        else world.wiped += 1;
      },
    });
  const session: Session = start();
  return { world, start, session };
}

describe('signing in', () => {
  it('opens the session and seals the credential', async () => {
    const { world, session } = setUp();
    await session.signIn(request);
    expect((await session.state()).state).toBe('unlocked');
    expect(world.opened).toBe(1);
    expect(world.account).toMatchObject({
      host: savedSession.base,
      user: 'Ada',
      secret: 'master-password',
    });
    expect(JSON.stringify(world.account)).not.toContain('"key"');
    expect(world.account?.sealed).not.toContain('correct horse');
  });
  it('keeps nothing of a failed attempt', async () => {
    const { world, session } = setUp(() => Promise.reject(new AppError('wrong-credential', 'no')));
    await expect(session.signIn(request)).rejects.toMatchObject({ code: 'wrong-credential' });
    expect(world).toMatchObject({ account: null, opened: 0 });
    expect(world.saved.value).toBe('');
  });
  it('asks for a passphrase where the server encrypts nothing, and seals under it', async () => {
    const plain = fakePasswork({ encrypted: false });
    const { world, session } = setUp(async () => plain);
    const bare = { ...request, masterPassword: '' };
    await expect(session.signIn(bare)).rejects.toMatchObject({ code: 'passphrase-needed' });
    expect(world.account).toBeNull();
    expect(plain.log).toEqual(['logout']);
    await session.signIn({ ...bare, passphrase: 'a long passphrase' });
    expect(world.account?.secret).toBe('passphrase');
    await session.lock(null);
    await session.unlock('a long passphrase');
    expect(world.attempts.at(-1)).not.toHaveProperty('masterPassword');
  });
});

describe('a worker that was killed', () => {
  it('goes on where it was, with one client for all calls', async () => {
    const { world, session, start } = setUp();
    await session.signIn(request);
    const reborn = start();
    const [first, second] = await Promise.all([reborn.client(), reborn.client()]);
    expect(first).toBe(second);
    expect(world.resumed).toHaveLength(1);
    expect(world.attempts).toHaveLength(1);
  });
  it('goes on with the tokens that were renewed last', async () => {
    const client = fakePasswork();
    const { session, start } = setUp(async () => client);
    await session.signIn(request);
    await client.renew({ token: 'T2', refreshToken: 'R2', expiresAt: 5 });
    expect((await start().client()).save().tokens.token).toBe('T2');
  });
  it('finds a garbled session locked, not broken', async () => {
    const { world, session, start } = setUp();
    await session.signIn(request);
    world.saved.value = '{"generation":"v4"';
    expect((await start().state()).state).toBe('locked');
  });
});

describe('locking', () => {
  it('wipes, ends the session on the server, and is undone by the master password', async () => {
    const client = fakePasswork();
    const { world, session } = setUp(async () => client);
    await session.signIn(request);
    await session.lock(null);
    expect(await session.state()).toMatchObject({ state: 'locked', reason: null });
    expect(world).toMatchObject({ wiped: 1 });
    expect(client.log).toEqual(['logout']);
    await expect(session.client()).rejects.toMatchObject({ code: 'locked' });
    await session.unlock('correct horse');
    expect((await session.state()).state).toBe('unlocked');
    expect(world.attempts.at(-1)).toMatchObject({
      credential: { apiKey: 'key' },
      keyDerivation: savedSession.keyDerivation,
    });
  });
  it('refuses a wrong master password without asking the server', async () => {
    const { world, session } = setUp();
    await session.signIn(request);
    await session.lock(null);
    await expect(session.unlock('wrong')).rejects.toMatchObject({ code: 'wrong-master-password' });
    expect(world.attempts).toHaveLength(1);
  });
  it('happens by itself once the deadline has passed, also in a worker just born', async () => {
    const { world, session, start } = setUp();
    await session.signIn(request);
    world.passed = true;
    expect((await start().state()).state).toBe('locked');
    expect(world.saved.value).toBe('');
  });
  it('locks what else was open, also where nothing of this account was', async () => {
    const { world, session } = setUp();
    Object.assign(world, { passed: true, isSet: true });
    expect(await session.isOpen()).toBe(false);
    expect(world.expired).toBe(1);
    expect(await session.isOpen()).toBe(false);
    expect(world.expired).toBe(1);
  });
  it('is not caused by a question that comes while an unlock is half done', async () => {
    const { world, start, session } = setUp();
    await session.signIn(request);
    await session.lock(null);
    Object.assign(world, { passed: true, isSet: false });
    const reborn = start();
    world.meanwhile = async () => {
      expect(await reborn.isOpen()).toBe(false);
    };
    await reborn.unlock('correct horse');
    expect(await reborn.isOpen()).toBe(true);
    expect(world.expired).toBe(0);
  });
  it('is undone once where two popups unlock together', async () => {
    const { world, session } = setUp();
    await session.signIn(request);
    await session.lock(null);
    world.passed = true;
    const both = [session.unlock('correct horse'), session.unlock('correct horse')];
    await Promise.all(both);
    expect(world.attempts).toHaveLength(2); // the sign-in, and one unlock
    expect(await session.isOpen()).toBe(true);
  });
  it('leaves nothing half open where the session cannot be kept', async () => {
    const { world, session } = setUp();
    await session.signIn(request);
    await session.lock(null);
    world.passed = true;
    world.saved.set = () => Promise.reject(new Error('no room'));
    await expect(session.unlock('correct horse')).rejects.toThrow('no room');
    expect(await session.isOpen()).toBe(false);
  });
  it('says why where the server ended the session', async () => {
    const { session } = setUp();
    await session.signIn(request);
    const work = () => Promise.reject(new AppError('session-expired', 'refused'));
    await expect(session.use(work)).rejects.toMatchObject({ code: 'session-expired' });
    expect(await session.state()).toMatchObject({ state: 'locked', reason: 'session-expired' });
  });
  it('stays locked where somebody asks while the server has just ended it', async () => {
    const { world, session } = setUp();
    await session.signIn(request);
    const asked: Promise<boolean>[] = [];
    // As whatever shows the lock does, before what is stored is gone.
    world.onLocked = () => void asked.push(session.isOpen());
    const work = () => Promise.reject(new AppError('session-expired', 'refused'));
    await expect(session.use(work)).rejects.toMatchObject({ code: 'session-expired' });
    expect(await Promise.all(asked)).toEqual([false]);
    expect(await session.isOpen()).toBe(false);
    expect(world.saved.value).toBe('');
    expect(world.ended).toBe(1);
  });
  it('does not follow a server that is merely away', async () => {
    const { session } = setUp();
    await session.signIn(request);
    const work = () => Promise.reject(new AppError('offline', 'away'));
    await expect(session.use(work)).rejects.toMatchObject({ code: 'offline' });
    expect((await session.state()).state).toBe('unlocked');
  });
  it('wins over a sign-in that was under way', async () => {
    const client = fakePasswork();
    let answer = (_: Passwork) => {};
    const { world, session } = setUp(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const signingIn = session.signIn(request);
    await session.lock(null);
    answer(client);
    await expect(signingIn).rejects.toMatchObject({ code: 'locked' });
    expect(world.saved.value).toBe('');
    expect(client.log).toEqual(['logout']);
  });
  it('keeps tokens that arrive late out of the storage', async () => {
    const client = fakePasswork();
    const { world, session } = setUp(async () => client);
    await session.signIn(request);
    await session.lock(null);
    const late = client.renew({ token: 'late', refreshToken: '', expiresAt: 0 });
    await expect(late).rejects.toMatchObject({ code: 'locked' });
    expect(world.saved.value).toBe('');
  });
  it('and unlocking again is not undone by tokens of the session before', async () => {
    const clients = [fakePasswork(), fakePasswork()];
    const [before] = clients;
    const { world, session, start } = setUp(async () => clients.shift() ?? fakePasswork());
    await session.signIn(request);
    await session.lock(null);
    await session.unlock('correct horse');
    const late = before?.renew({ token: 'late', refreshToken: '', expiresAt: 0 });
    await expect(late).rejects.toMatchObject({ code: 'locked' });
    expect(world.saved.value).not.toBe('');
    expect((await start().state()).state).toBe('unlocked');
  });
});

describe('signing out', () => {
  it('forgets the account', async () => {
    const { world, session } = setUp();
    await session.signIn(request);
    await session.signOut();
    expect(await session.state()).toEqual({ state: 'not-set-up' });
    expect(world.account).toBeNull();
    await expect(session.client()).rejects.toMatchObject({ code: 'not-set-up' });
  });
});

describe('a PIN', () => {
  const pin = '482913';

  async function lockedWithPin(client = fakePasswork()) {
    const all = setUp(async () => client);
    await all.session.signIn(request);
    const quick = quickOf(all.world);
    await quick.setPin(pin);
    await all.session.lock(null);
    return { ...all, client };
  }
  function quickOf(world: ReturnType<typeof setUp>['world']) {
    return createQuickUnlock(world.quick, {
      all: 5,
      get: async () => world.tries,
      set: async (tries) => {
        world.tries = tries;
      },
    });
  }

  it('goes on with the session that was put away, without the server', async () => {
    const { world, session, client } = await lockedWithPin();
    expect(await session.state()).toMatchObject({ state: 'locked', pinTries: 5 });
    expect(world).toMatchObject({ suspended: 1, wiped: 0 });
    expect(client.log).toEqual([]);
    await session.unlockWithPin(pin);
    expect((await session.state()).state).toBe('unlocked');
    expect(world.indexKey.value).toBe('index key');
    expect(world.attempts).toHaveLength(1);
  });
  it('D3: leaves nothing readable while locked', async () => {
    const { world } = await lockedWithPin();
    expect(world.saved.value + world.indexKey.value).toBe('');
    for (const secret of ['T1', 'R1', 'index key', pin]) {
      expect(world.quick.value).not.toContain(JSON.stringify(secret));
    }
  });
  it('D4: may be wrong five times in all, counted before each check and across workers', async () => {
    const { world, session, start } = await lockedWithPin();
    for (const left of [4, 3, 2, 1]) {
      const fresh = left % 2 === 0 ? start() : session;
      const wrong = fresh.unlockWithPin('000000');
      await expect(wrong).rejects.toMatchObject({ code: 'wrong-pin', triesLeft: left });
      expect(world.tries).toBe(left);
    }
    await expect(session.unlockWithPin('000000')).rejects.toMatchObject({ code: 'too-many-tries' });
    expect(world.quick.value).toBe('');
    await expect(session.unlockWithPin(pin)).rejects.toMatchObject({ code: 'too-many-tries' });
    await session.unlock('correct horse');
    expect((await session.state()).state).toBe('unlocked');
  });
  it('has all its tries again once it was right', async () => {
    const { world, session } = await lockedWithPin();
    await expect(session.unlockWithPin('000000')).rejects.toMatchObject({ triesLeft: 4 });
    await session.unlockWithPin(pin);
    expect(world.tries).toBe(5);
  });
  it('works again for the next lock of the same run', async () => {
    const { session } = await lockedWithPin();
    await session.unlockWithPin(pin);
    await session.lock(null);
    await session.unlockWithPin(pin);
    expect((await session.state()).state).toBe('unlocked');
  });
  it('keeps nothing of a session that the server has ended', async () => {
    const all = setUp();
    await all.session.signIn(request);
    await quickOf(all.world).setPin(pin);
    await all.session.lock('session-expired');
    expect(await all.session.state()).toMatchObject({ reason: 'session-expired', pinTries: null });
  });
  it('outlives a second lock, with the index', async () => {
    const { world, session } = await lockedWithPin();
    await session.lock(null);
    expect(world).toMatchObject({ wiped: 0, suspended: 2 });
    await session.unlockWithPin(pin);
    expect(world.indexKey.value).toBe('index key');
  });
  it('ends where the master password unlocked instead', async () => {
    const { world, session } = await lockedWithPin();
    await session.unlock('correct horse');
    expect(await quickOf(world).ways()).toEqual({ pin: false, passkey: '' });
  });
  it('stands beside a passkey, and either unlocks', async () => {
    const all = setUp();
    await all.session.signIn(request);
    const quick = quickOf(all.world);
    await quick.setPin(pin);
    await quick.setPasskey('credential', 'secret of the authenticator');
    await all.session.lock(null);
    expect(await all.session.state()).toMatchObject({ passkey: 'credential', pinTries: 5 });
    await expect(all.session.unlockWithPasskey('another')).rejects.toMatchObject({
      code: 'wrong-credential',
    });
    await all.session.unlockWithPasskey('secret of the authenticator');
    expect((await all.session.state()).state).toBe('unlocked');
    await all.session.lock(null);
    await all.session.unlockWithPin(pin);
    await quick.setPasskey('', '');
    await quick.setPin('');
    expect(all.world.quick.value).toBe('');
    await all.session.lock(null);
    expect(all.world).toMatchObject({ wiped: 1, suspended: 2 });
  });
  it('has six characters or more', async () => {
    const all = setUp();
    await all.session.signIn(request);
    await expect(quickOf(all.world).setPin('12345')).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('a Passwork 7', () => {
  const typed = { ...request, apiKey: 'access 1', refreshToken: 'refresh 1' };
  const second = { token: 'access 2', refreshToken: 'refresh 2', expiresAt: 9 };
  const saved = {
    ...savedSession,
    generation: 'v7' as const,
    tokens: { token: 'access 1', refreshToken: 'refresh 1', expiresAt: 0 },
  };

  /** A server of tokens, whose clients are noted. */
  function setUpTokens() {
    const clients: ReturnType<typeof fakePasswork>[] = [];
    const failure = { once: null as AppError | null };
    const made = setUp(async (options) => {
      if (failure.once !== null) {
        const thrown = failure.once;
        failure.once = null;
        await options.onTokens?.(second);
        throw thrown;
      }
      const client = fakePasswork({ generation: 'v7' }, saved);
      clients.push(client);
      return client;
    });
    made.world.generation = 'v7';
    return { ...made, clients, failure };
  }

  it('keeps the newest tokens on the disk, sealed, and unlocks with them after a restart', async () => {
    const { world, session, start, clients } = setUpTokens();
    await session.signIn(typed);
    expect(world.attempts[0]?.credential).toEqual({
      accessToken: 'access 1',
      refreshToken: 'refresh 1',
    });
    await clients[0]?.renew(second);
    await session.lock(null);
    // An ended session would take the tokens with it.
    expect(clients[0]?.log).toEqual([]);
    expect(JSON.stringify(world.account)).not.toContain('refresh');
    expect(world.recordKey.value).toBe('');
    const later = start();
    await later.unlock('correct horse');
    expect(world.attempts.at(-1)?.credential).toEqual({
      accessToken: 'access 2',
      refreshToken: 'refresh 2',
    });
  });
  it('keeps tokens that are renewed after the lock: those before are dead', async () => {
    const { world, session, start, clients } = setUpTokens();
    await session.signIn(typed);
    await session.lock(null);
    await clients[0]?.renew(second).catch(() => undefined);
    expect(world.saved.value).toBe('');
    await start().unlock('correct horse');
    expect(world.attempts.at(-1)?.credential).toMatchObject({ refreshToken: 'refresh 2' });
  });
  it('goes on with the newest ones where the worker died before it had kept them beside the session', async () => {
    const { world, session, start, clients } = setUpTokens();
    await session.signIn(typed);
    const before = world.saved.value;
    await clients[0]?.renew(second);
    world.saved.value = before;
    await start().client();
    expect(world.resumed.at(-1)?.save().tokens).toEqual(second);
  });
  it('tries again with renewed tokens where the attempt before failed at the master password', async () => {
    const { world, session, failure } = setUpTokens();
    failure.once = new AppError('wrong-master-password', 'no');
    await expect(session.signIn(typed)).rejects.toMatchObject({ code: 'wrong-master-password' });
    await session.signIn(typed);
    expect(world.attempts.at(-1)?.credential).toEqual({
      accessToken: 'access 2',
      refreshToken: 'refresh 2',
    });
    expect(world.renewed.value).toBe('');
  });
  it('gets no API key, and a server of API keys gets no tokens', async () => {
    const { world, session } = setUpTokens();
    await expect(session.signIn(request)).rejects.toMatchObject({ code: 'unsupported-server' });
    world.generation = 'v4';
    await expect(session.signIn(typed)).rejects.toMatchObject({ code: 'unsupported-server' });
    expect(world.attempts).toEqual([]);
  });
  it('is told when the account is forgotten', async () => {
    const { session, clients } = setUpTokens();
    await session.signIn(typed);
    await session.signOut();
    await expect.poll(() => clients[0]?.log).toEqual(['logout']);
  });
});
