import { AppError, type ErrorCode } from '../../../../../src/model/error.ts';
import type { Folder, ItemSummary, Vault } from '../../../../../src/model/item.ts';
import type { Passwork } from '../../../../../src/passwork/passwork.ts';
import { fakePasswork } from '../../../../support/fake-passwork.ts';

export type FakeVault = Vault & {
  folders: Folder[];
  items: ItemSummary[];
  /** While set, asking for the content fails so. */
  failure?: ErrorCode | null;
};

export type VaultClient = Passwork & {
  vaultList: FakeVault[];
  listFailure: ErrorCode | null;
  /** Ids of the vaults whose content was asked for. */
  readonly asked: string[];
  /** Most requests for content that were under way at once. */
  mostAtOnce: number;
  /** While set, contents wait for it. */
  gate: Promise<void> | null;
};

/** A server's vaults, as a test arranges them. */
export function vaultClient(vaultList: FakeVault[]): VaultClient {
  let underWay = 0;
  const client: VaultClient = Object.assign(
    fakePasswork({
      async vaults() {
        if (client.listFailure !== null) throw new AppError(client.listFailure, 'list');
        return client.vaultList.map(({ id, name, kind }) => ({ id, name, kind }));
      },
      async vaultContent(id, options) {
        client.asked.push(id);
        underWay += 1;
        client.mostAtOnce = Math.max(client.mostAtOnce, underWay);
        await (client.gate ?? Promise.resolve());
        underWay -= 1;
        if (options?.signal?.aborted) throw new AppError('cancelled', 'aborted');
        const vault = client.vaultList.find((one) => one.id === id);
        if (vault === undefined) throw new AppError('not-found', 'no vault');
        if (vault.failure) throw new AppError(vault.failure, 'content');
        return { folders: vault.folders, items: vault.items };
      },
    }),
    { vaultList, listFailure: null, asked: [], mostAtOnce: 0, gate: null },
  );
  return client;
}

export function fakeVault(
  id: string,
  items: ItemSummary[],
  more: Partial<FakeVault> = {},
): FakeVault {
  return { id, name: `Vault ${id}`, kind: 'company', folders: [], items, ...more };
}

export function summary(overrides: Partial<ItemSummary> & { id: string }): ItemSummary {
  return {
    vaultId: 'v1',
    folderId: null,
    shortcutId: null,
    name: `Item ${overrides.id}`,
    login: '',
    urls: [],
    description: '',
    tags: [],
    colour: 0,
    favourite: false,
    passwordChangedAt: 0,
    ...overrides,
  };
}
