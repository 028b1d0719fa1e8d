/** A company behind a client that needs no server, for the benches of the index. */
import { createItems, type Items } from '../../src/background/items/items.ts';
import type { ItemSummary } from '../../src/model/item.ts';
import type { Passwork } from '../../src/passwork/passwork.ts';
import { fakePasswork } from '../support/fake-passwork.ts';
import { memoryText } from '../support/memory-text.ts';
import { type MemoryChunks, memoryChunks } from '../unit/background/items/support/memory-chunks.ts';
import { makeCompany } from './index-data.ts';

export type BuiltCompany = {
  readonly items: Items;
  readonly summaries: readonly ItemSummary[];
  /** The same store and session in a worker that has just been started. */
  wake(): Items;
  readonly chunks: MemoryChunks;
};

export async function buildCompany(count: number): Promise<BuiltCompany> {
  const company = makeCompany(count);
  const client: Passwork = fakePasswork({
    vaults: async () => [...company.vaults],
    vaultContent: async (id) => company.contents.get(id) ?? { folders: [], items: [] },
  });
  const chunks = memoryChunks();
  const key = memoryText();
  const wake = () => createItems({ chunks, key, now: () => Date.now() });
  const items = wake();
  await items.build(client);
  const summaries = [...company.contents.values()].flatMap((content) => content.items);
  return { items, summaries, wake, chunks };
}
