import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faultNames, parseFaults } from '../../server/http/fault-spec.ts';
import type { RunningServer } from '../../server/start.ts';
import { type Reader, signInAs, startQuickly } from './support/people.ts';

let server: RunningServer;
let main: Reader;
beforeAll(async () => {
  server = await startQuickly();
});
beforeEach(async () => {
  server.control.setFaults('');
  main = await signInAs(server);
});
afterAll(() => server.close());

const ask = (path = '/vaults/list', options: RequestInit = {}) =>
  fetch(`${main.client.base}${path}`, { headers: main.client.headers, ...options });

/** The code of a broken connection as Node's fetch names it. */
async function breakOf(broken: Promise<unknown>): Promise<unknown> {
  const error = await broken.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? cause.code : error;
}

describe('each fault', () => {
  /** Every name must be in this record, so a fault without a test does not compile. */
  const checks: Record<(typeof faultNames)[number], () => Promise<void>> = {
    latency: async () => {
      server.control.setFaults('latency:300=1');
      const start = performance.now();
      expect((await ask()).status).toBe(200);
      expect(performance.now() - start).toBeGreaterThanOrEqual(295);
    },
    stall: async () => {
      server.control.setFaults('stall=1');
      const signal = AbortSignal.timeout(300);
      await expect(ask('/vaults/list', { signal })).rejects.toThrow(/timeout/);
      expect((await ask()).status).toBe(200);
    },
    reset: async () => {
      server.control.setFaults('reset@/vaults/*=1');
      const created = server.state.vaults.size;
      expect(await breakOf(ask())).toBe('ECONNRESET');
      expect(server.state.vaults.size).toBe(created);
    },
    'lost-answer': async () => {
      server.control.setFaults('lost-answer@POST /folders=1');
      const body = JSON.stringify({
        name: 'Lost',
        vaultId: server.control.findVault('Operations').id,
      });
      expect(await breakOf(ask('/folders', { method: 'POST', body }))).toBe('ECONNRESET');
      expect([...server.state.folders.values()].some(({ name }) => name === 'Lost')).toBe(true);
    },
    truncated: async () => {
      const whole = (await (await ask()).text()).length;
      server.control.setFaults('truncated=1');
      const response = await ask();
      expect(Number(response.headers.get('content-length'))).toBeGreaterThanOrEqual(whole);
      expect(await breakOf(response.text())).toBe('UND_ERR_SOCKET');
    },
    'slow-body': async () => {
      const whole = await (await ask()).text();
      server.control.setFaults('slow-body:400=1');
      const response = await ask();
      const start = performance.now();
      expect(await response.text()).toBe(whole);
      expect(performance.now() - start).toBeGreaterThan(250);
    },
    huge: async () => {
      server.control.setFaults('huge:8=1');
      const text = await (await ask()).text();
      expect(text.length).toBeGreaterThan(8_000_000);
      expect(JSON.parse(text).status).toBe('success');
    },
    '429': async () => {
      server.control.setFaults('429:7=1');
      const response = await ask();
      expect(response.status).toBe(429);
      expect(response.headers.get('retry-after')).toBe('7');
    },
    '500-html': async () => {
      server.control.setFaults('500-html=1');
      const response = await ask();
      expect(response.status).toBe(500);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(await response.text()).toContain('<h1>');
    },
    '200-html': async () => {
      server.control.setFaults('200-html=1');
      const response = await ask();
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(await response.text()).toContain('<h1>');
    },
    'wrong-type': async () => {
      server.control.setFaults('wrong-type=1');
      const response = await ask();
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(((await response.json()) as { status: string }).status).toBe('success');
    },
    expired: async () => {
      server.control.setFaults('expired@/vaults/list=1');
      expect(await main.client.get('/vaults/list')).toMatchObject({
        status: 401,
        code: 'apiSessionExpired',
      });
      const { token, refreshToken } = main.tokens;
      const renewed = await main.client.post(`/auth/refreshToken/${token}/${refreshToken}`);
      expect(renewed.status).toBe(200);
    },
    'refresh-refused': async () => {
      server.control.setFaults('refresh-refused=1');
      expect((await ask()).status).toBe(200);
      const { token, refreshToken } = main.tokens;
      const renewed = await main.client.post(`/auth/refreshToken/${token}/${refreshToken}`);
      expect(renewed).toMatchObject({ status: 401, code: 'refreshTokenInvalid' });
    },
  };

  test.each(faultNames)('%s', async (name) => {
    await checks[name]();
  });

  test.each(faultNames.filter((name) => name !== 'expired' && name !== 'refresh-refused'))(
    'after %s the server goes on',
    async (name) => {
      server.control.setFaults(`${name}:10=1`);
      await ask('/vaults/count', { signal: AbortSignal.timeout(200) })
        .then((response) => response.text())
        .catch(() => undefined);
      expect((await ask('/vaults/count')).status).toBe(200);
    },
  );
});

describe('when and where', () => {
  const statuses = async (paths: readonly string[]) => {
    const all = [];
    for (const path of paths) all.push((await ask(path)).status);
    return all;
  };

  test('a number of times', async () => {
    server.control.setFaults('500-html=2');
    expect(await statuses(Array(4).fill('/vaults/count'))).toEqual([500, 500, 200, 200]);
  });

  test('always, until it is ended', async () => {
    server.control.setFaults('429');
    expect(await statuses(Array(3).fill('/vaults/count'))).toEqual([429, 429, 429]);
    server.control.setFaults('');
    expect(await statuses(['/vaults/count'])).toEqual([200]);
  });

  test('on some paths and methods only, several at once', async () => {
    server.control.setFaults('500-html@/vaults/*, 429@POST /passwords/search');
    expect(await statuses(['/vaults/list', '/user/info', '/passwords/recent'])).toEqual([
      500, 200, 200,
    ]);
    expect((await ask('/passwords/search', { method: 'POST', body: '{}' })).status).toBe(429);
    expect((await ask('/passwords/searchByUrl', { method: 'POST', body: '{}' })).status).toBe(400);
  });

  test('by chance, about as often as said', async () => {
    server.control.setFaults('500-html=25%');
    const all = await statuses(Array(200).fill('/vaults/count'));
    const hit = all.filter((status) => status === 500).length;
    expect(hit).toBeGreaterThan(25);
    expect(hit).toBeLessThan(80);
  });

  test.each(['nothing', 'reset=often', 'reset:x', 'reset@/a=1=2', '=3'])(
    '"%s" is refused',
    (spec) => {
      expect(() => parseFaults(spec)).toThrow(/is no fault; these are: latency, /);
    },
  );
});
