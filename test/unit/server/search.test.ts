import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../server/start.ts';
import { urlMatcher } from '../../server/state/url-match.ts';
import { type Json, type Reader, signInAs, startQuickly } from './support/people.ts';

let server: RunningServer;
let main: Reader;
beforeAll(async () => {
  server = await startQuickly();
  main = await signInAs(server);
});
afterAll(() => server.close());

async function names(body: Json, path = '/passwords/search'): Promise<unknown[]> {
  return ((await main.client.post(path, body)).data as Json[]).map(({ name }) => name);
}

describe('by words', () => {
  test.each([
    ['rotter', ['Rotterdam gate']],
    ['ROTTERDAM GATE', ['Rotterdam gate']],
    ['gate rotter', ['Rotterdam gate']],
    ['rotterdam crane', []],
    // Begins of words only.
    ['otterdam', []],
    // Address, login and note count as well as the name.
    ['bunker', ['Fuel cards']],
    ['isolberg', ['GitHub (Ingrid)']],
    ['dredging', []],
    ['таможенный', ['Санкт-Петербург, таможенный терминал']],
    ['上海港', ['上海港 船舶代理']],
    ['جبل', ['ميناء جبل علي']],
  ])('%s', async (query, expected) => {
    expect(await names({ query, tags: [], colors: [], vaultId: null })).toEqual(expected);
  });

  test('filters by all tags, one of the colours and the vault', async () => {
    expect(await names({ query: '', tags: ['finance', 'bank'] })).toHaveLength(2);
    expect(await names({ query: '', colors: [4, 5] })).toHaveLength(3);
    const { id } = server.control.findVault('Management');
    expect(await names({ query: '', vaultId: id })).toHaveLength(5);
    expect(await names({ query: 'board', tags: [], colors: [4], vaultId: id })).toEqual([
      'Board portal',
    ]);
  });

  test('adds shortcuts where it is asked to', async () => {
    const { id } = server.control.findVault('Management');
    const body = { query: 'house bank', vaultId: id };
    expect(await names(body)).toEqual([]);
    expect(await names({ ...body, includeShortcuts: true })).toEqual(['House bank']);
  });
});

describe('by address', () => {
  test('finds every login of a host', async () => {
    const url = 'https://github.com/login?return_to=/';
    expect(await names({ url }, '/passwords/searchByUrl')).toHaveLength(3);
  });

  test('finds the logins of the demo site', async () => {
    const found = await names({ url: server.site.loginUrl }, '/passwords/searchByUrl');
    expect(found).toHaveLength(3);
  });

  const loose = { subdomains: true, port: false };
  test.each([
    ['https://a.example/x', 'https://a.example', loose, true],
    ['https://a.example', 'a.example/login', loose, true],
    ['https://www.a.example', 'https://mail.a.example', loose, true],
    ['https://www.a.example', 'https://mail.a.example', { subdomains: false, port: false }, false],
    ['https://a.example', 'https://b.example', loose, false],
    ['https://a.example:8443', 'https://a.example', loose, true],
    ['https://a.example:8443', 'https://a.example', { subdomains: true, port: true }, false],
    ['https://xn--e1afmkfd.xn--p1ai/', 'https://пример.рф/вход', loose, true],
    ['https://a.example', null, loose, false],
    ['https://a.example', '  ', loose, false],
    ['no address at all', 'https://a.example', loose, false],
  ])('%s and %s', (asked, stored, rule, expected) => {
    expect(urlMatcher(asked, rule)(stored)).toBe(expected);
  });
});
