import type { OpenedItem } from '../../model/item.ts';
import type { Passwork } from '../../passwork/index.ts';
import type { Items } from '../items/items.ts';

type Dependencies = {
  readonly items: Pick<Items, 'learn' | 'renew'>;
  readonly use: (work: (client: Passwork) => Promise<void>) => Promise<void>;
};

/** Between two corrections of one vault (ms): a server whose list and items disagree for good is not asked for ever. */
const pause = 60_000;

/**
 * The opened item is right. Where the list says otherwise, somebody has changed it since, and its vault is fetched anew
 * while the item is already shown.
 */
export function createCorrection({ items, use }: Dependencies): (item: OpenedItem) => void {
  const corrected = new Map<string, number>();

  async function correct(item: OpenedItem): Promise<void> {
    if (!(await items.learn(item))) return;
    const now = performance.now();
    if (now - (corrected.get(item.vaultId) ?? -pause) < pause) return;
    corrected.set(item.vaultId, now);
    await use((client) => items.renew(client, item.vaultId));
  }

  // Where it fails the list stays as it is, until it is fetched the next time.
  return (item) => void correct(item).catch(() => undefined);
}
