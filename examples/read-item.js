/**
 * Shows an item with its secrets and saves its attachments to a folder.
 *
 *   ITEM_ID=… FOLDER=downloads node read-item.js
 */
import { saveAttachments } from './save-attachments.js';
import { may, need, openSession, run } from './start.js';

await run(async () => {
  const id = need('ITEM_ID', 'the id of the item, as search.js prints it');
  const passwork = await openSession();
  const item = await passwork.openItem(id);
  console.log(`Name:      ${item.name}`);
  console.log(`Login:     ${item.login}`);
  console.log(`Password:  ${item.passwordUnreadable ? '(cannot be decrypted)' : item.password}`);
  for (const url of item.urls) console.log(`Address:   ${url}`);
  for (const { name, value, unreadable } of item.fields) {
    console.log(`Field:     ${unreadable ? '(cannot be decrypted)' : `${name} = ${value}`}`);
  }
  await saveAttachments(passwork, item, may('FOLDER') || 'downloads');
});
