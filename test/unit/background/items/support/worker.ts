import { createItems, type Items } from '../../../../../src/background/items/items.ts';
import { memoryText } from '../../../../support/memory-text.ts';
import { type MemoryChunks, memoryChunks } from './memory-chunks.ts';
import { fakeVault, summary, type VaultClient, vaultClient } from './vault-client.ts';

export type Worker = {
  readonly chunks: MemoryChunks;
  readonly key: ReturnType<typeof memoryText>;
  readonly clock: { now: number };
  readonly client: VaultClient;
  readonly items: Items;
  /** A worker that the browser has just started, with the same store and the same session. */
  wake(): Items;
};

/** An index with nothing in it yet, and a server with two small vaults unless told otherwise. */
export function worker(client: VaultClient = twoVaults()): Worker {
  const chunks = memoryChunks();
  const key = memoryText();
  const clock = { now: 1_700_000_000_000 };
  const wake = () => createItems({ chunks, key, now: () => clock.now });
  return { chunks, key, clock, client, wake, items: wake() };
}

export function twoVaults(): VaultClient {
  return vaultClient([
    fakeVault(
      'v1',
      [
        summary({
          id: 'a',
          name: 'GitHub',
          login: 'ada',
          urls: ['https://github.com/login'],
          folderId: 'f2',
        }),
        summary({
          id: 'b',
          name: 'Router',
          login: 'root',
          urls: ['http://10.0.0.1'],
          favourite: true,
        }),
        summary({ id: 'c', name: 'Bank', login: 'ada', tags: ['money'], colour: 3 }),
      ],
      {
        name: 'Infrastructure',
        folders: [
          { id: 'f1', vaultId: 'v1', parentId: null, name: 'Web' },
          { id: 'f2', vaultId: 'v1', parentId: 'f1', name: 'Code' },
        ],
      },
    ),
    fakeVault('v2', [
      summary({ id: 'a', shortcutId: 's1', vaultId: 'v2', name: 'GitHub', urls: ['github.com'] }),
      summary({ id: 'd', vaultId: 'v2', name: 'Почта', login: 'ада' }),
    ]),
  ]);
}

/** Many vaults of plain items, so that an index has many chunks. */
export function manyItems({ vaults, each }: { vaults: number; each: number }): VaultClient {
  return vaultClient(
    Array.from({ length: vaults }, (_, vault) =>
      fakeVault(
        `v${vault}`,
        Array.from({ length: each }, (_, number) => {
          const id = `v${vault}i${String(number).padStart(6, '0')}`;
          return summary({
            id,
            vaultId: `v${vault}`,
            name: `Item ${vault} ${number}`,
            urls: [`https://host${number}.example${vault}.com/`],
          });
        }),
      ),
    ),
  );
}

export async function namesFound(
  items: Items,
  query: string,
  page: string | null = null,
): Promise<string[]> {
  const answer = await items.find({ query, page, offset: 0, limit: 1000 });
  return answer.rows.map(({ name }) => name);
}
