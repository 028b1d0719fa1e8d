import type { Account } from '../../accounts/account.ts';
import type { Accounts } from '../../accounts/accounts.ts';

/** The account in use. Every use of the vault moves the lock away; a locked one throws. */
export async function unlocked(accounts: Accounts): Promise<Account> {
  const account = await accounts.active();
  await account.session.client();
  await account.session.touch();
  return account;
}
