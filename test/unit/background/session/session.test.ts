import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/error.ts';
import type { Passwork } from '../../../../src/passwork/index.ts';
import { fakePasswork, savedSession } from '../../../support/fake-passwork.ts';
import { request, setUp } from './support/session-world.ts';

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
