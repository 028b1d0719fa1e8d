import { alphabets, createRandom } from '../state/random.ts';

/** Somebody who can sign in on the demo site. */
export type SiteAccount = {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  /** Secret of the second factor in base32; null where none is asked. */
  readonly codeSecret: string | null;
};

const typed = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-+=%&';

/** The same accounts for the site, which checks them, and for the items that hold them. */
export function createAccounts(seed: string): readonly [SiteAccount, SiteAccount, SiteAccount] {
  const random = createRandom(`${seed} accounts`);
  const account = (login: string, displayName: string, secondFactor: boolean): SiteAccount => ({
    login,
    displayName,
    password: random.text(typed, 18),
    codeSecret: secondFactor ? random.text(alphabets.base32, 32) : null,
  });
  return [
    account('ingrid.solberg', 'Ingrid Solberg', false),
    account('ops.admin', 'Operations administrator', true),
    account('yard.kiosk', 'Yard kiosk', false),
  ];
}
