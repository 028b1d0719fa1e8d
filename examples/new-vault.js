/**
 * Makes a vault with a folder in it. KIND is company or private.
 *
 *   NAME='New servers' KIND=private FOLDER_NAME=Keys node new-vault.js
 */
import { may, need, openSession, run } from './start.js';

await run(async () => {
  const name = need('NAME', 'a name for the vault');
  const kind = may('KIND') === 'private' ? 'private' : 'company';
  const passwork = await openSession();
  const vaultId = await passwork.addVault({ name, kind });
  const folder = await passwork.addFolder({ vaultId, name: may('FOLDER_NAME') || 'Folder' });
  console.log(`Vault ${vaultId}, folder ${folder}.`);
});
