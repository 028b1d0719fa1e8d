import type { SiteAccount } from '../accounts.ts';
import type { Plan } from '../plan.ts';
import { financeVault } from './finance.ts';
import { infrastructureVault } from './infrastructure.ts';
import { operationsVault } from './operations.ts';
import { privateVaults } from './people.ts';
import { yardVault } from './yard.ts';

/**
 * Norrsund Marine, a shipping and engineering company that does not exist.
 * `site` is the origin of the demo site, for the items that belong to it.
 */
export function companyPlan(
  site: string,
  accounts: readonly [SiteAccount, SiteAccount, SiteAccount],
): Plan {
  return {
    vaults: [
      operationsVault(site, accounts),
      infrastructureVault(),
      financeVault(),
      yardVault(),
      ...privateVaults(),
    ],
    shortcuts: [
      { item: 'intranet-admin', vault: 'IT and infrastructure', folder: ['Servers'] },
      { item: 'bank', vault: 'Management' },
      { item: 'customs', vault: 'Operations', folder: ['Ports', 'Northern Europe'] },
      { item: 'github', vault: 'Ingrid, private' },
    ],
    inbox: [
      { item: 'gate-code', to: 'main', viewed: false },
      { item: 'laptop', to: 'main', viewed: true },
      { item: 'audit', to: 'main', viewed: false },
      { item: 'intranet', to: 'second', viewed: false },
    ],
  };
}
