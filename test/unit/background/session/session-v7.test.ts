import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/error.ts';
import { fakePasswork, savedSession } from '../../../support/fake-passwork.ts';
import { request, setUp } from './support/session-world.ts';

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
