import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { parseFlags } from '../../server/flags.ts';

describe('the flags', () => {
  test('have the defaults of the manual', () => {
    expect(parseFlags([])).toEqual({
      api: 'v4',
      options: { port: 8400, encrypted: true, items: 0 },
    });
  });

  test('are all understood', () => {
    const args =
      '--port 9000 --api both --no-encryption --items 500 --seed s --version 5.3.2 --token-ttl 20 --latency 30 --faults reset=1';
    expect(parseFlags(args.split(' '))).toEqual({
      api: 'both',
      options: {
        port: 9000,
        encrypted: false,
        items: 500,
        seed: 's',
        version: '5.3.2',
        tokenTtl: 20,
        latency: 30,
        faults: 'reset=1',
      },
    });
  });

  test.each([
    [['--port', 'x'], /--port takes a whole number, not x/],
    [['--items', '-1'], /items/],
    [['--api', 'v5'], /--api knows v4, v7 and both, not v5/],
    [['--nothing'], /nothing/],
    [['--faults', 'storm'], /"storm" is no fault/],
  ])('%j is refused', (args, message) => {
    expect(() => parseFlags(args)).toThrow(message);
  });
});

type Said = {
  url: string;
  v4?: { host: string; apiKey: string };
  v7?: { host: string; accessToken: string };
};
const masterPassword = expect.stringMatching(/^lantern/);
const accessV4 = (host: string) => ({
  host,
  apiKey: expect.stringMatching(/^\w{40}$/),
  masterPassword,
});
const token = expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/);
const accessV7 = (host: string) => ({
  host,
  accessToken: token,
  refreshToken: token,
  masterPassword,
});
const site = expect.stringMatching(/^http:\/\/intranet\.localhost:\d+\/login$/);

describe('the command', { timeout: 90_000 }, () => {
  const run = (...args: string[]) =>
    spawn(process.execPath, ['--import', 'tsx', 'test/server/main.ts', ...args], { stdio: 'pipe' });

  /** What the first line of the command says, while it runs. */
  async function saidBy(args: readonly string[], act: (said: Said) => Promise<void>) {
    const child = run('--port', '0', ...args);
    try {
      const lines = createInterface({ input: child.stdout });
      const first = (await lines[Symbol.asyncIterator]().next()).value;
      await act(JSON.parse(String(first)) as Said);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  }

  test('prints one line of JSON first and serves what it says', async () => {
    await saidBy(['--items', '70'], async (said) => {
      expect(said).toEqual({ url: said.url, v4: accessV4(said.url), site });
      const path = `/api/v4/auth/login/${said.v4?.apiKey}`;
      expect((await fetch(`${said.url}${path}`, { method: 'POST' })).status).toBe(200);
    });
  });

  test('serves Passwork 7 alone', async () => {
    await saidBy(['--api', 'v7'], async (said) => {
      expect(said).toEqual({ url: said.url, v7: accessV7(said.url), site });
      const headers = { Authorization: `Bearer ${said.v7?.accessToken}` };
      const answer = await fetch(`${said.url}/api/v1/users/master-key/options`, { headers });
      expect(answer.status).toBe(200);
    });
  });

  test('serves both side by side, each host one generation', async () => {
    await saidBy(['--api', 'both', '--no-encryption'], async (said) => {
      const host = String(said.v7?.host);
      expect(said).toEqual({
        url: said.url,
        v4: { ...accessV4(said.url), masterPassword: '' },
        v7: { ...accessV7(host), masterPassword: '' },
        site,
      });
      const probe = async (url: string) => [
        (await fetch(`${url}/api/v4/info/version`)).status,
        (await fetch(`${url}/api/v1/app/features`)).status,
      ];
      expect(await probe(said.url)).toEqual([200, 404]);
      expect(await probe(host)).toEqual([404, 401]);
    });
  });

  const failing = async (...args: string[]) => {
    const child = run(...args);
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    return { code, said };
  };

  test('a wrong flag ends with a sentence and the list of flags', async () => {
    const { code, said } = await failing('--api', 'v6');
    expect(code).toBe(1);
    expect(said).toMatch(/--api knows v4, v7 and both, not v6\./);
    expect(said).toContain('--token-ttl SECONDS');
  });

  test('a port that is taken ends with a sentence', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { code, said } = await failing('--port', String(port));
    taken.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken. Choose another with --port.`);
  });
});
