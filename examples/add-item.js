/**
 * Adds an item, with a field and, where FILE names one, an attachment. Prints the new id.
 *
 *   VAULT_ID=… NAME='Mail server' LOGIN=admin PASSWORD=… FILE=server.pem node add-item.js
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { may, need, openSession, run } from './start.js';

await run(async () => {
  const file = may('FILE');
  const item = {
    vaultId: need('VAULT_ID', 'the id of the vault, as open-session.js prints it'),
    name: need('NAME', 'a name for the item'),
    login: may('LOGIN'),
    password: may('PASSWORD'),
    urls: may('SITE') ? [may('SITE')] : [],
    tags: ['added by a script'],
    fields: [{ name: 'Added by', type: 'text', value: 'add-item.js' }],
    attachments: file ? [{ name: basename(file), bytes: await readFile(file) }] : [],
  };
  const passwork = await openSession();
  console.log(await passwork.addItem(item));
});
