import { describe, expect, it } from 'vitest';
import { createQuickUnlock } from '../../../../src/background/session/quick-unlock.ts';
import { fakePasswork } from '../../../support/fake-passwork.ts';
import { request, setUp } from './support/session-world.ts';

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
