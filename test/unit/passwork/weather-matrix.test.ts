/**
 * Every operation in every weather. A reading gives what it gives in fair weather, or a typed error. A change
 * that says it was made is there, one that says it was not is not, and none is sent twice.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError, type ErrorCode } from '../../../src/model/error.ts';
import { connect, resume } from '../../../src/passwork/index.ts';
import type { ConnectOptions, Passwork } from '../../../src/passwork/passwork.ts';
import { type RunningServer, startServer, startV7Server } from '../../server/start.ts';

/** Each fault, and what it may be called where it is not survived. */
const faults: Record<string, readonly ErrorCode[]> = {
  'latency:1000': ['timeout'],
  stall: ['timeout'],
  reset: ['offline'],
  'lost-answer': ['offline'],
  truncated: ['offline', 'bad-server-answer'],
  'slow-body:3000': ['timeout'],
  'huge:4': ['too-large', 'bad-server-answer'],
  '429:600': ['rate-limited'],
  '429:0=1': [],
  '500-html': ['server-error'],
  '200-html': ['bad-server-answer'],
  'wrong-type': [],
  'expired=1': [],
  expired: ['session-expired'],
  'expired,refresh-refused': ['session-expired'],
};

const short = { bodyBytes: 2 * 1024 * 1024, pausesMs: [1, 1] };
/** Where time is the fault, patience ends soon; elsewhere a busy machine is not to be taken for one. */
const weatherFor = (fault: string) =>
  /latency|stall|slow/.test(fault) ? { ...short, answerMs: 300, bodyMs: 300 } : short;

/** What the matrix needs of a running server of either generation. */
type World = {
  readonly control: Pick<RunningServer['control'], 'setFaults' | 'clearRequests' | 'requests'>;
  /** What a new session of the main user is opened with. */
  readonly access: () => Pick<ConnectOptions, 'host' | 'credential'> & { masterPassword: string };
  close(): Promise<void>;
};

const worlds: Record<'v4' | 'v7', () => Promise<World>> = {
  async v4() {
    const server = await startServer({ iterations: 1_000 });
    const { host, apiKey, masterPassword } = server.v4;
    const access = { host, credential: { apiKey }, masterPassword: masterPassword ?? '' };
    return { ...server, access: () => access };
  },
  async v7() {
    const server = await startV7Server({ iterations: 1_000 });
    return {
      ...server,
      access() {
        const { host, accessToken, refreshToken, masterPassword } = server.newSession();
        const credential = { accessToken, refreshToken };
        return { host, credential, masterPassword: masterPassword ?? '' };
      },
    };
  },
};

/** Where a change is sent, so that the reading before it meets fair weather. */
const changePaths = {
  v4: ['POST /passwords', 'POST /folders', 'POST /vaults', 'PUT /', 'DELETE /'],
  v7: ['POST /items', 'POST /folders', 'POST /vaults', 'PATCH /', 'DELETE /'],
};

describe.each(['v4', 'v7'] as const)('%s', (generation) => {
  let server: World;
  let passwork: Passwork;
  let vaultId: string;
  let privateId: string;
  let itemId: string;
  let folderId: string;

  async function signIn(): Promise<Passwork> {
    return connect({ ...server.access(), limits: { minIterations: 1_000 } });
  }

  /** A session of its own, which signs in before the weather turns. */
  async function clientFor(fault: string): Promise<Passwork> {
    return resume((await signIn()).save(), { weather: weatherFor(fault) });
  }

  beforeAll(async () => {
    server = await worlds[generation]();
    passwork = await signIn();
    // Small vaults of their own keep the many looks into them quick.
    vaultId = await passwork.addVault({ name: 'Weather', kind: 'company' });
    privateId = await passwork.addVault({ name: 'Elsewhere', kind: 'private' });
    folderId = await passwork.addFolder({ vaultId, name: 'Folder' });
    await passwork.addItem({ vaultId, folderId, name: 'Inside', tags: ['a'], colour: 2 });
    itemId = await passwork.addItem({ vaultId, name: 'Mail', password: 'secret', fields: [] });
  });
  afterAll(() => server.close());

  type Outcome = { readonly value: unknown } | { readonly code: ErrorCode };

  /** Settles within the test's time, or the test fails: nothing hangs. */
  async function settle(work: () => Promise<unknown>): Promise<Outcome> {
    try {
      return { value: await work() };
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      return { code: thrown.code };
    }
  }

  async function inWeather<T>(fault: string, work: () => Promise<T>): Promise<T> {
    server.control.setFaults(fault);
    try {
      return await work();
    } finally {
      server.control.setFaults('');
      // Where a renewal was refused, the server has ended every session of this user.
      if (fault.includes('refused')) passwork = await signIn();
    }
  }

  type Reading = (client: Passwork) => Promise<unknown>;

  const readings: Record<string, Reading> = {
    vaults: (client) => client.vaults(),
    folders: (client) => client.folders(vaultId),
    'items of a folder': (client) => client.items({ vaultId, folderId: null }),
    vaultContent: (client) => client.vaultContent(vaultId),
    search: (client) => client.search({ query: 'mail' }),
    searchByUrl: (client) => client.searchByUrl('https://mail.example'),
    favourites: (client) => client.favourites(),
    tags: (client) => client.tags(),
    colours: (client) => client.colours(),
    inbox: (client) => client.inbox(),
    openItem: (client) => client.openItem(itemId),
    openItems: async (client) => {
      const [result] = await client.openItems([itemId]);
      if (result !== undefined && 'error' in result) throw result.error;
      return result;
    },
  };

  describe.each(Object.entries(faults))('readings in %s', (fault, codes) => {
    test.each(Object.entries(readings))('%s', async (_, read) => {
      const fair = await read(passwork);
      const client = await clientFor(fault);
      const outcome = await inWeather(fault, () => settle(() => read(client)));
      if ('code' in outcome) expect(codes).toContain(outcome.code);
      else expect(outcome.value).toEqual(fair);
    });
  });

  /** Prepares a change in fair weather; tells afterwards whether it was made. */
  type Change = () => Promise<{
    readonly run: (client: Passwork) => Promise<unknown>;
    readonly isDone: () => Promise<boolean>;
  }>;

  let counter = 0;
  const freshName = () => `weather ${counter++}`;
  const namesIn = async (id: string) =>
    (await passwork.vaultContent(id)).items.map(({ name }) => name);
  const isGone = (work: Promise<unknown>) =>
    work.then(
      () => false,
      (error: AppError) => error.code === 'not-found',
    );
  const newItem = () => passwork.addItem({ vaultId, name: freshName(), password: 'before' });

  const changes: Record<string, Change> = {
    addItem: async () => {
      const name = freshName();
      return {
        run: (client) => client.addItem({ vaultId, name }),
        isDone: async () => (await namesIn(vaultId)).includes(name),
      };
    },
    editItem: async () => {
      const id = await newItem();
      return {
        run: (client) => client.editItem(id, { password: 'after' }),
        isDone: async () => (await passwork.openItem(id)).password === 'after',
      };
    },
    deleteItem: async () => {
      const id = await newItem();
      return {
        run: (client) => client.deleteItem(id),
        isDone: () => isGone(passwork.openItem(id)),
      };
    },
    moveItem: async () => {
      const id = await newItem();
      return {
        run: (client) => client.moveItem(id, { vaultId, folderId }),
        isDone: async () => (await passwork.openItem(id)).folderId === folderId,
      };
    },
    copyItem: async () => {
      const id = await newItem();
      const { name } = await passwork.openItem(id);
      return {
        run: (client) => client.copyItem(id, { vaultId: privateId }),
        isDone: async () => (await namesIn(privateId)).includes(name),
      };
    },
    addAttachment: async () => {
      const id = await newItem();
      const file = { name: 'a.txt', bytes: new Uint8Array([1]) };
      return {
        run: async (client) => client.addAttachment(await client.openItem(id), file),
        isDone: async () => (await passwork.openItem(id)).attachments.length === 1,
      };
    },
    addFolder: async () => {
      const name = freshName();
      return {
        run: (client) => client.addFolder({ vaultId, name }),
        isDone: async () =>
          (await passwork.folders(vaultId)).some((folder) => folder.name === name),
      };
    },
    moveFolder: async () => {
      const id = await passwork.addFolder({ vaultId, name: freshName() });
      await passwork.addItem({ vaultId, folderId: id, name: freshName() });
      return {
        run: (client) => client.moveFolder(id, { vaultId, folderId }),
        isDone: async () =>
          (await passwork.folders(vaultId)).find((folder) => folder.id === id)?.parentId ===
          folderId,
      };
    },
    deleteFolder: async () => {
      const id = await passwork.addFolder({ vaultId, name: freshName() });
      return {
        run: (client) => client.deleteFolder(id),
        isDone: async () => !(await passwork.folders(vaultId)).some((folder) => folder.id === id),
      };
    },
    addVault: async () => {
      const name = freshName();
      return {
        run: (client) => client.addVault({ name, kind: 'private' }),
        isDone: async () => (await passwork.vaults()).some((vault) => vault.name === name),
      };
    },
  };

  describe.each(Object.entries(faults))('changes in %s', (fault, codes) => {
    // The reading that comes before a change meets fair weather, so that the change itself meets the fault.
    const onChanges = fault
      .split(',')
      .flatMap((one) => {
        if (one.startsWith('refresh')) return [one];
        const [, name = '', often = ''] = /^([^=]*)(=.*)?$/.exec(one) ?? [];
        return changePaths[generation].map((where) => `${name}@${where}*${often}`);
      })
      .join(',');

    test.each(Object.entries(changes))('%s', async (_, prepare) => {
      const { run, isDone } = await prepare();
      const client = await clientFor(fault);
      server.control.clearRequests();
      const outcome = await inWeather(onChanges, () => settle(() => run(client)));
      const sent = server.control
        .requests()
        .filter(({ method, path }) => method !== 'GET' && !/\/(auth|sessions)\//.test(path));

      if (!('code' in outcome)) expect(await isDone()).toBe(true);
      else if (outcome.code !== 'unknown-outcome') {
        expect(codes).toContain(outcome.code);
        expect(await isDone()).toBe(false);
      }
      // A refused token, and a server that said it did nothing, are the only reasons to send again.
      const mayRepeat = fault.includes('expired') || fault === '429:0=1';
      expect(sent.length).toBeLessThanOrEqual(mayRepeat ? 2 : 1);
      expect(sent.length).toBeGreaterThan(0);
    });
  });
});
