/** A session over storage in memory and a server that is played. */
import { createPairStore } from '../../../../../src/background/session/pair.ts';
import { createQuickUnlock } from '../../../../../src/background/session/quick-unlock.ts';
import { createSession, type Session } from '../../../../../src/background/session/session.ts';
import type { ConnectOptions, Passwork } from '../../../../../src/passwork/index.ts';
import type { StoredAccount } from '../../../../../src/platform/account-store.ts';
import { fakePasswork } from '../../../../support/fake-passwork.ts';
import { memoryText } from '../../../../support/memory-text.ts';

/** What a person types at sign-in. */
export const request = {
  host: 'vault.test',
  apiKey: 'key',
  masterPassword: 'correct horse',
  passphrase: '',
};

/** What outlives a worker, and everything that a life of it is given. */
export function setUp(connect?: (options: ConnectOptions) => Promise<Passwork>) {
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
