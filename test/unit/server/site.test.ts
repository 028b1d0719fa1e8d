import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneTimeCode } from '../../server/crypto/one-time-code.ts';
import { createAccounts } from '../../server/demo/accounts.ts';
import { serveSite } from '../../server/site/serve.ts';

const accounts = createAccounts('site test');
const [plain, guarded] = accounts;
let site: Awaited<ReturnType<typeof serveSite>>;
let origin: string;
beforeAll(async () => {
  site = await serveSite({ accounts, seed: 'site test', port: 0 });
  // Node asks the system for names under localhost, browsers do not.
  origin = site.url.replace('intranet.localhost', '127.0.0.1');
});
afterAll(() => site.close());

const post = (path: string, form: Record<string, string>, cookie = '') =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { cookie },
    redirect: 'manual',
  });
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

describe('the plain login', () => {
  test('lets in who knows the password', async () => {
    const { login: username, password } = plain;
    const answer = await post('/login', { username, password });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/welcome');
    const welcome = await fetch(`${origin}/welcome`, { headers: { cookie: cookieOf(answer) } });
    expect(await welcome.text()).toContain('Welcome, Ingrid Solberg');
  });

  test.each([
    ['another password', { username: plain.login, password: 'no' }],
    ['another user', { username: 'nobody', password: plain.password }],
    ['nothing', { username: '', password: '' }],
  ])('says so after %s', async (_, form) => {
    const answer = await post('/login', form);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('do not match');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('shows nobody the welcome page', async () => {
    const answer = await fetch(`${origin}/welcome`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/login');
  });

  test('writes back a user name as text', async () => {
    const answer = await post('/login', { username: '"><script>', password: 'x' });
    expect(await answer.text()).not.toContain('"><script>');
  });
});

describe('the second factor', () => {
  const signIn = () => post('/login', { username: guarded.login, password: guarded.password });

  test('is asked for and checked', async () => {
    const answer = await signIn();
    expect(answer.headers.get('location')).toBe('/code');
    const cookie = cookieOf(answer);
    const early = await fetch(`${origin}/welcome`, { headers: { cookie }, redirect: 'manual' });
    expect(early.headers.get('location')).toBe('/login');

    const right = oneTimeCode(guarded.codeSecret ?? '', Date.now() / 1000);
    const wrong = right === '000000' ? '111111' : '000000';
    const refused = await post('/code', { code: wrong }, cookie);
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('not valid');
    const accepted = await post('/code', { code: right }, cookie);
    expect(accepted.headers.get('location')).toBe('/welcome');
  });

  test('needs a password before', async () => {
    const answer = await post('/code', { code: '000000' });
    expect(answer.headers.get('location')).toBe('/login');
  });
});

describe('pages with scripts', () => {
  const send = async (username: string, password: string) => {
    const answer = await fetch(`${origin}/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    return { status: answer.status, body: await answer.json() };
  };

  test('sign in with JSON', async () => {
    expect(await send(plain.login, plain.password)).toEqual({
      status: 200,
      body: { next: '/welcome' },
    });
    expect(await send(guarded.login, guarded.password)).toEqual({
      status: 200,
      body: { next: '/code' },
    });
    expect((await send(plain.login, '')).status).toBe(401);
  });

  test.each(['/login', '/react', '/vue', '/vanishing', '/article'])(
    '%s is served whole',
    async (path) => {
      const page = await (await fetch(`${origin}${path}`)).text();
      expect(page).toContain('Norrsund Marine');
      expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
      for (const [, script] of page.matchAll(/src="([^"]+)"/g)) {
        const answer = await fetch(`${origin}${script}`);
        expect(answer.headers.get('content-type')).toContain('text/javascript');
        expect((await answer.text()).length).toBeGreaterThan(100);
      }
    },
  );

  test('the React that is served is whole', async () => {
    const code = await (await fetch(`${origin}/assets/react.js`)).text();
    const context: { React?: { version: string }; ReactDOM?: { createRoot: unknown } } = {};
    runInNewContext(
      code,
      Object.assign(context, { globalThis: context, setTimeout, MessageChannel }),
    );
    expect(context.React?.version).toMatch(/^19\./);
    expect(context.ReactDOM?.createRoot).toBeTypeOf('function');
  });

  test('nothing else is', async () => {
    for (const name of ['assets.ts', '..%2fsite.ts', 'constructor']) {
      expect((await fetch(`${origin}/assets/${name}`)).status).toBe(404);
    }
  });
});
