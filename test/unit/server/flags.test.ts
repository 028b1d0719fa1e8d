import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { parseFlags } from '../../server/flags.ts';

describe('the flags', () => {
  test('have the defaults of the manual', () => {
    expect(parseFlags([])).toEqual({ port: 8400, api: 'v4', encrypted: true, items: 0 });
  });

  test('are all understood', () => {
    const args =
      '--port 9000 --api v4 --no-encryption --items 500 --seed s --version 5.3.2 --token-ttl 20 --latency 30 --faults reset=1';
    expect(parseFlags(args.split(' '))).toEqual({
      port: 9000,
      api: 'v4',
      encrypted: false,
      items: 500,
      seed: 's',
      version: '5.3.2',
      tokenTtl: 20,
      latency: 30,
      faults: 'reset=1',
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

describe('the command', () => {
  const run = (...args: string[]) =>
    spawn(process.execPath, ['--import', 'tsx', 'test/server/main.ts', ...args], { stdio: 'pipe' });

  test('prints one line of JSON first and serves what it says', async () => {
    const child = run('--port', '0', '--items', '70');
    try {
      const lines = createInterface({ input: child.stdout });
      const first = (await lines[Symbol.asyncIterator]().next()).value;
      const said = JSON.parse(String(first));
      expect(said).toEqual({
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        v4: {
          host: said.url,
          apiKey: expect.stringMatching(/^\w{40}$/),
          masterPassword: expect.any(String),
        },
        site: expect.stringMatching(/^http:\/\/intranet\.localhost:\d+\/login$/),
      });
      const answer = await fetch(`${said.url}/api/v4/auth/login/${said.v4.apiKey}`, {
        method: 'POST',
      });
      expect(answer.status).toBe(200);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
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
