import { describe, expect, test } from 'vitest';
import { createItems } from '../../../../src/background/items/items.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { queries } from './search.queries.ts';
import { company } from './support/company.ts';
import { memoryChunks } from './support/memory-chunks.ts';
import { vaultClient } from './support/vault-client.ts';

const items = createItems({ chunks: memoryChunks(), key: memoryText(), now: () => 0 });
await items.build(vaultClient(company));

async function search(query: string): Promise<string[]> {
  const answer = await items.find({ query, page: null, offset: 0, limit: 20 });
  return answer.rows.map(({ name }) => name);
}

describe.each(Object.entries(queries))('%s', (_, list) => {
  test.each(list)('%j finds %j', async (query, first) => {
    expect((await search(query))[0] ?? null).toBe(first);
  });
});

test('the table has at least 200 queries, none of them twice', () => {
  const all = Object.values(queries)
    .flat()
    .map(([query]) => query);
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(new Set(all).size).toBe(all.length);
});
