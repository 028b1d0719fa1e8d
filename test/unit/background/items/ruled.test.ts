import { expect, test } from 'vitest';
import { createItems } from '../../../../src/background/items/items.ts';
import type { ItemRule } from '../../../../src/model/fill-rule.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { memoryChunks } from './support/memory-chunks.ts';
import { fakeVault, summary, vaultClient } from './support/vault-client.ts';

async function setUp() {
  const rules = { now: new Map<string, ItemRule>() };
  const items = createItems({
    chunks: memoryChunks(),
    key: memoryText(),
    now: () => 1,
    rules: { ready: async () => undefined, ofItems: () => rules.now },
  });
  await items.build(
    vaultClient([
      fakeVault('v', [
        summary({ id: 'app', name: 'App', urls: ['https://app.example.com/one'] }),
        summary({ id: 'all', name: 'Company', urls: ['https://example.com', 'https://b.test'] }),
        summary({ id: 'none', name: 'None' }),
      ]),
    ]),
  );
  const ids = async (url: string) => (await items.matching(url)).map(({ id }) => id);
  const decide = (...entries: [string, ItemRule][]) => {
    rules.now = new Map(entries);
  };
  return { items, ids, decide };
}

test('rules about items stand above what their addresses say, at once', async () => {
  const { items, ids, decide } = await setUp();
  expect(await ids('https://app.example.com/two')).toEqual(['app', 'all']);
  decide(['app', 'starts-with']);
  expect(await ids('https://app.example.com/two')).toEqual(['all']);
  expect(await ids('https://app.example.com/one/x')).toEqual(['app', 'all']);
  decide(['app', 'domain'], ['all', 'host']);
  expect(await ids('https://shop.example.com/')).toEqual(['app']);
  expect(await ids('https://example.com/')).toEqual(['all', 'app']);
  expect(await ids('https://b.test/')).toEqual(['all']);
  decide(['all', 'never'], ['none', 'domain'], ['gone', 'domain']);
  expect(await ids('https://example.com/')).toEqual([]);
  expect(await ids('https://b.test/')).toEqual([]);

  const found = await items.find({ query: '', page: 'https://b.test/', offset: 0, limit: 9 });
  expect(found.matching).toBe(0);
  expect(await items.matches({ id: 'all', shortcutId: null }, 'https://b.test/')).toBe(false);
  decide();
  expect(await items.matches({ id: 'all', shortcutId: null }, 'https://b.test/')).toBe(true);
  const again = await items.find({ query: '', page: 'https://b.test/', offset: 0, limit: 9 });
  expect(again.matching).toBe(1);
});

test('a widened item goes to the hosts of its domain also after it was used', async () => {
  const { items, decide } = await setUp();
  const app = { id: 'app', shortcutId: null };
  await items.trustAddresses(app);
  expect(await items.knowsAddress(app, 'https://shop.example.com/')).toBe(false);
  decide(['app', 'domain']);
  expect(await items.knowsAddress(app, 'https://shop.example.com/')).toBe(true);
  expect(await items.knowsAddress(app, 'https://evil.test/')).toBe(false);
});
