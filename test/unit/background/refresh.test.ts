import { describe, expect, it } from 'vitest';
import { createRefresh } from '../../../src/background/refresh.ts';
import type { ErrorCode } from '../../../src/model/error.ts';
import type { IndexState } from '../../../src/protocol/list-calls.ts';
import { fakePasswork } from '../../support/fake-passwork.ts';

const minute = 60_000;

function setUp(state: Partial<IndexState> = {}) {
  const world = {
    open: true,
    restored: true,
    built: 0,
    looked: 0,
    locked: [] as (ErrorCode | null)[],
    alarm: 0,
    state: {
      phase: 'ready',
      vaultsDone: 1,
      vaultsTotal: 1,
      items: 1,
      refreshedAt: 0,
      ...state,
    } as IndexState,
  };
  const refresh = createRefresh({
    items: {
      build: async () => {
        world.built += 1;
      },
      restore: async () => world.restored,
      state: () => world.state,
    },
    inbox: {
      look: async () => {
        world.looked += 1;
      },
    },
    session: {
      isOpen: async () => world.open,
      client: async () => fakePasswork(),
      lock: async (reason) => {
        world.locked.push(reason);
      },
    },
    now: () => 20 * minute,
    setAlarm: (when) => {
      world.alarm = when;
    },
  });
  return { world, refresh };
}

describe('a worker that wakes', () => {
  it('leaves a fresh list alone', async () => {
    const { world, refresh } = setUp({ refreshedAt: 15 * minute });
    await refresh.wake();
    expect([world.built, world.looked]).toEqual([0, 0]);
  });
  it.each([
    ['an old list', { refreshedAt: 5 * minute }, true],
    ['a list half built', { refreshedAt: 19 * minute, phase: 'building' as const }, true],
    ['no list', { refreshedAt: 19 * minute }, false],
  ])('fetches %s anew, and again ten minutes later', async (_, state, restored) => {
    const { world, refresh } = setUp(state);
    world.restored = restored;
    await refresh.wake();
    expect(world).toMatchObject({ built: 1, alarm: 30 * minute });
  });
  it('asks nothing while the vault is locked', async () => {
    const { world, refresh } = setUp();
    world.open = false;
    await refresh.wake();
    expect(world.built).toBe(0);
  });
});

describe('a refresh', () => {
  it('that the server refuses for good locks, with the reason', async () => {
    const { world, refresh } = setUp({ problem: 'session-expired' });
    await refresh.now(fakePasswork());
    expect(world).toMatchObject({ locked: ['session-expired'], alarm: 0 });
  });
  it('that fails for the network is tried again after a minute', async () => {
    const { world, refresh } = setUp({ problem: 'offline' });
    await refresh.now(fakePasswork());
    expect(world).toMatchObject({ locked: [], alarm: 21 * minute });
  });
});
