/** Every cell of the tables in `docs/connector.md` is run against the embedded server of its generation. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Passwork } from '../../src/passwork/index.ts';
import { startServer, startV7Server } from '../server/start.ts';
import { readScenes } from '../support/replay.ts';
import { checks, exported, refusals } from './connector-table.checks.ts';
import { findPlaces, type Places, type World } from './connector-table.world.ts';

type Row = { readonly method: string; readonly v4: string; readonly v7: string };

const manual = readFileSync('docs/connector.md', 'utf8');
const rows: Row[] = [...manual.matchAll(/^\| `(\w+)` \| ([^|]*) \| ([^|]*) \|$/gm)].map(
  ([, method = '', v4 = '', v7 = '']) => ({ method, v4: v4.trim(), v7: v7.trim() }),
);
const nothing = 'no protocol known';
const methodsOf = (cell: string) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

async function open(generation: 'v4' | 'v7') {
  if (generation === 'v4') {
    const server = await startServer({ iterations: 1_000 });
    const { host, apiKey, masterPassword } = server.v4;
    return { server, signIn: () => signIn(host, { apiKey }, masterPassword) };
  }
  const server = await startV7Server({ iterations: 1_000 });
  return {
    server,
    signIn: () => {
      const { host, accessToken, refreshToken, masterPassword } = server.newSession();
      return signIn(host, { accessToken, refreshToken }, masterPassword);
    },
  };
}

function signIn(
  host: string,
  credential: { apiKey: string } | { accessToken: string; refreshToken: string },
  masterPassword: string | null,
): Promise<Passwork> {
  const limits = { minIterations: 1_000 };
  return connect({ host, credential, limits, ...(masterPassword !== null && { masterPassword }) });
}

describe.each(['v4', 'v7'] as const)('%s', (generation) => {
  let opened: Awaited<ReturnType<typeof open>>;
  let passwork: Passwork;
  let places: Places;
  const called = new Set<string>();

  beforeAll(async () => {
    opened = await open(generation);
    passwork = await opened.signIn();
    places = await findPlaces(passwork);
  }, 60_000);
  afterAll(() => opened.server.close());

  /** The session, noting what is called: a check that does without the method of its cell is none. */
  const watch = (session: Passwork) =>
    new Proxy(session, {
      get(target, key, receiver) {
        called.add(String(key));
        return Reflect.get(target, key, receiver);
      },
    });
  const world = (): World => ({
    passwork: watch(passwork),
    // Proxies that come out of an async function are asked for `then`; it is no method of the manual.
    signIn: async () => watch(await opened.signIn()),
    expire: () => opened.server.control.expireTokens(),
    places,
  });

  test.each(rows.map((row) => [row.method, row[generation]] as const))(
    '%s: %s',
    async (_, cell) => {
      called.clear();
      const asked = /^`ask` (GET|POST) (\S+)$/.exec(cell);
      if (asked !== null) return askFor(world(), asked[1] ?? '', asked[2] ?? '');
      const methods = methodsOf(cell);
      if (cell.startsWith(nothing)) return refuse(world(), methods);
      expect(methods).not.toEqual([]);
      for (const method of methods) {
        const check = checks[method];
        if (check === undefined) throw new Error(`no check of ${method}`);
        await check(world());
        if (!exported.includes(method)) expect(called).toContain(method);
      }
    },
  );
});

async function refuse({ passwork, places }: World, methods: readonly string[]): Promise<void> {
  for (const method of methods) {
    const refusal = refusals[method];
    if (refusal === undefined) throw new Error(`no check of ${method}`);
    const thrown = await Promise.resolve(refusal({ passwork, places })).catch((error) => error);
    expect(thrown).toMatchObject({ code: 'unsupported-server' });
  }
}

const bodies: Record<string, unknown> = {
  '/user/notifications': { page: 1, limit: 10 },
  '/info/activity-report': { dateFrom: '2026-01-01', dateTo: null },
  '/users': { login: 'new', password: 'secret', keys: { public: 'p', privateEncrypted: 's' } },
};

async function askFor(world: World, method: string, endpoint: string): Promise<void> {
  const ids: Record<string, string> = { ...world.places };
  const parts = endpoint.slice(1).split('/');
  const path = parts.map((part) => ids[part.replace(/[{}]/g, '')] ?? part);
  expect(path.join('/')).not.toContain('{');
  const request = { path, method: method === 'POST' ? 'POST' : 'GET' } as const;
  const body = bodies[endpoint];
  expect(
    await world.passwork.ask({ ...request, ...(body !== undefined && { body }) }),
  ).not.toBeUndefined();
}

describe('the tables', () => {
  test('have no empty cell', () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ v4, v7 }) => v4 === '' || v7 === '')).toEqual([]);
    const lines = manual.split('\n').filter((line) => /^\| `\w+` \|/.test(line));
    expect(lines).toHaveLength(rows.length);
  });

  test('have every operation that was recorded from the official connectors', () => {
    const known = new Set(rows.map(({ method }) => method));
    // The recorder's own short names of the functions around the Python class.
    const short: Record<string, string> = {
      add: 'add_password',
      delete: 'delete_password',
      search: 'search_password',
    };
    const recorded = [...readScenes('v4-requests'), ...readScenes('v7-requests')]
      .flatMap(({ operations = [] }) => operations)
      .map(({ operation }) => operation.split(' ')[0] ?? '');
    expect(recorded.length).toBeGreaterThan(100);
    expect(recorded.filter((name) => !known.has(short[name] ?? name))).toEqual([]);
  });

  test('name every method of the session somewhere', async () => {
    const { server, signIn: enter } = await open('v4');
    try {
      const session = await enter();
      const named = new Set(rows.flatMap(({ v4, v7 }) => [...methodsOf(v4), ...methodsOf(v7)]));
      const methods = Object.entries(session).filter(([, value]) => typeof value === 'function');
      expect(methods.map(([name]) => name).filter((name) => !named.has(name))).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
