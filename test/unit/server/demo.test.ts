import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashAttachment } from '../../server/crypto/attachment.ts';
import { oneTimeCode } from '../../server/crypto/one-time-code.ts';
import { decryptText } from '../../server/crypto/text-cipher.ts';
import type { RunningServer } from '../../server/start.ts';
import { openSealed } from '../../server/state/state.ts';
import {
  type Json,
  listAll,
  type OpenItem,
  type Reader,
  signInAs,
  startQuickly,
} from './support/people.ts';

let server: RunningServer;
let main: Reader;
let rows: Json[];
let opened: Map<string, { item: Json; open: OpenItem }>;

beforeAll(async () => {
  server = await startQuickly();
  main = await signInAs(server);
  rows = await listAll(main.client);
  opened = new Map();
  for (const { id } of rows) {
    const item = (await main.client.get(`/passwords/${id}`)).data as Json;
    opened.set(String(id), { item, open: await main.open(item) });
  }
});
afterAll(() => server.close());

const items = () => [...opened.values()].map(({ item }) => item);
const fields = () => [...opened.values()].flatMap(({ open }) => open.fields);
const named = (name: string) => [...opened.values()].find(({ item }) => item.name === name);

describe('the demo company', () => {
  test('has at least 60 items in 6 vaults, company and private', async () => {
    const vaults = (await main.client.get('/vaults/list')).data as Json[];
    expect(vaults).toHaveLength(6);
    expect(vaults.filter(({ scope }) => scope === 'domain')).toHaveLength(4);
    expect(rows.length).toBeGreaterThanOrEqual(60);
    const amounts = vaults.map(({ passwordsAmount }) => Number(passwordsAmount));
    expect(amounts.reduce((sum, each) => sum + each)).toBe(rows.length);
  });

  test('nests folders three deep', () => {
    const depths = rows.map(
      ({ path }) => (path as { type: string }[]).filter(({ type }) => type === 'folder').length,
    );
    expect(Math.max(...depths)).toBe(3);
  });

  test.each([
    ['Latin', /\p{Script=Latin}/u],
    ['Cyrillic', /\p{Script=Cyrillic}/u],
    ['Han', /\p{Script=Han}/u],
    ['Hangul', /\p{Script=Hangul}/u],
    ['Katakana', /\p{Script=Katakana}/u],
    ['Arabic', /\p{Script=Arabic}/u],
    ['Greek', /\p{Script=Greek}/u],
  ])('has names in %s script', (_, script) => {
    expect(rows.some(({ name }) => script.test(String(name)))).toBe(true);
  });

  test('has tags, colours and favourites', async () => {
    expect(rows.filter(({ tags }) => (tags as string[]).length > 0).length).toBeGreaterThan(40);
    expect(new Set(rows.map(({ color }) => color))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    const favourites = (await main.client.get('/passwords/favorite')).data as Json[];
    expect(favourites.length).toBeGreaterThanOrEqual(5);
    expect((await main.client.get('/passwords/recent')).data).not.toHaveLength(0);
  });

  test('every item opens with the keys of its vault; one damaged field does not', () => {
    const broken = [...opened.values()].filter(({ open }) => open.fields.includes(null));
    expect(broken.map(({ item }) => item.name)).toEqual(['MV Torunn: ship server']);
    expect(broken[0]?.open.fields.filter((field) => field !== null)).toHaveLength(1);
  });

  test('holds fields of every type, one-time codes in each form', () => {
    const types = new Set(fields().map((field) => field?.type));
    expect([...types]).toEqual(expect.arrayContaining(['text', 'password', 'totp', 'reference']));
    const secrets = fields().flatMap((field) => (field?.type === 'totp' ? [field.value] : []));
    expect(secrets.some((secret) => secret.startsWith('otpauth://totp/'))).toBe(true);
    expect(secrets.some((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true);
    expect(secrets).toContain('abc');
  });

  test('holds what real data are like', () => {
    expect(items().some(({ name }) => name === null)).toBe(true);
    expect(items().some(({ cryptedPassword }) => cryptedPassword === '')).toBe(true);
    expect(named('Crane 3')?.open.password).toBe('');
    expect(items().some(({ description }) => String(description).length >= 10_000)).toBe(true);
    expect(items().some(({ cryptedKey }) => cryptedKey === null)).toBe(true);
    const urls = items().map(({ url }) => String(url));
    expect(urls.filter((url) => url.includes('github.com'))).toHaveLength(3);
    expect(urls.some((url) => /:\d+\//.test(url) && url.startsWith('https'))).toBe(true);
    expect(urls.some((url) => /^[a-z.-]+\.example$/.test(url))).toBe(true);
    expect(urls.some((url) => /рф/.test(url))).toBe(true);
    expect(urls.some((url) => /ö/.test(url))).toBe(true);
  });

  test('files come back whole under their hash', async () => {
    const seen = new Map<string, Buffer>();
    for (const { item, open } of opened.values()) {
      for (const [index, { id }] of ((item.attachments ?? []) as { id: string }[]).entries()) {
        const answer = await main.client.get(`/passwords/${item.id}/attachment/${id}`);
        const file = answer.data as { name: string; encryptedData: string; hash: string };
        const content = decryptText(file.encryptedData, open.fileKeys[index] ?? '');
        const bytes = Buffer.from(content, 'base64');
        expect(hashAttachment(bytes)).toBe(file.hash);
        seen.set(file.name, bytes);
      }
    }
    const heads = [...seen.values()].map((bytes) => bytes.subarray(0, 4).toString('latin1'));
    expect(heads).toEqual(expect.arrayContaining(['\u0089PNG', '%PDF']));
    expect([...seen.keys()]).toContain('../../etc/passwd <img src=x>.txt');
  });

  test('shortcuts open with their own key', async () => {
    const shortcuts = (await listAll(main.client, true)).flatMap(({ shortcut }) =>
      shortcut === null ? [] : [shortcut as { id: string; vaultId: string; cryptedKey: string }],
    );
    expect(shortcuts).toHaveLength(4);
    for (const shortcut of shortcuts) {
      const item = (await main.client.get(`/sharing/shortcut/${shortcut.id}`)).data as Json;
      const direct = opened.get(String(item.id))?.open;
      expect(await main.open(item, shortcut)).toEqual(direct);
    }
  });

  test('the inbox opens with the key of the user', async () => {
    const list = (await main.client.get('/sharing/inbox/list')).data as Json[];
    expect(list).toHaveLength(3);
    const passwords = [];
    for (const { id } of list) {
      const entry = (await main.client.post(`/sharing/inbox/${id}`)).data as Json;
      passwords.push(main.openReceived(entry).password);
    }
    expect(passwords.every((password) => password.length >= 12)).toBe(true);
  });

  test('items of the demo site hold what the site accepts', () => {
    const { url, accounts } = server.site;
    for (const account of accounts) {
      const found = [...opened.values()].find(
        ({ item }) => item.login === account.login && String(item.url).includes(url.slice(7)),
      );
      expect(found?.open.password).toBe(account.password);
      const code = found?.open.fields.find((field) => field?.type === 'totp')?.value ?? null;
      expect(code).toBe(account.codeSecret);
      if (code !== null) expect(oneTimeCode(code, 59)).toMatch(/^\d{6}$/);
    }
  });
});

describe('other people', () => {
  test('a colleague sees shared vaults and his own, and got an item', async () => {
    const second = await signInAs(server, 'second');
    const vaults = (await second.client.get('/vaults/list')).data as Json[];
    expect(vaults.map(({ name }) => name)).toContain('Tomasz, private');
    expect(vaults.map(({ name }) => name)).not.toContain('Ingrid, private');
    const [entry] = (await second.client.get('/sharing/inbox/list')).data as Json[];
    const received = (await second.client.post(`/sharing/inbox/${entry?.id}`)).data as Json;
    expect(second.openReceived(received).password).toBe(server.site.accounts[0].password);
  });

  test('a guest sees a vault he may not open', async () => {
    const { client } = await signInAs(server, 'guest');
    const vaults = (await client.get('/vaults/list')).data as Json[];
    expect(vaults.map(({ access }) => access)).toEqual(['read', 'none']);
    for (const path of ['', '/fullInfo', '/passwords', '/folders', '/tags']) {
      const answer = await client.get(`/vaults/${vaults[1]?.id}${path}`);
      expect(answer).toMatchObject({ status: 403, code: 'accessDenied' });
    }
  });
});

describe('the seed', () => {
  /** The whole state as text, with everything sealed. */
  const dump = ({ state }: RunningServer) => {
    for (const item of state.items.values()) openSealed(item);
    return JSON.stringify(state, (_, value) =>
      value instanceof Map || value instanceof Set ? [...value] : value,
    );
  };

  test('makes the same state twice, and another for another seed', async () => {
    const others = [];
    for (const seed of ['tern', 'tern', 'gull']) {
      // The site's port is part of the addresses, so each server gets the same one in turn.
      const each = await startQuickly({ seed, items: 200, sitePort: 0 });
      others.push(dump(each).replaceAll(each.site.url.slice(7), 'site'));
      await each.close();
    }
    expect(others[0]).toBe(others[1]);
    expect(others[0]).not.toBe(others[2]);
  });
});
