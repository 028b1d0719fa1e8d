/**
 * Lists what was sent to you; with INBOX_ID shows one, saves its attachments and marks it as seen.
 *
 *   node read-inbox.js
 *   INBOX_ID=… FOLDER=downloads node read-inbox.js
 */
import { saveAttachments } from './save-attachments.js';
import { may, openSession, run } from './start.js';

await run(async () => {
  const id = may('INBOX_ID');
  const passwork = await openSession();
  if (!id) {
    for (const entry of await passwork.inbox()) {
      console.log(`${entry.id}  ${entry.viewed ? '   ' : 'new'}  ${entry.name}`);
    }
    return;
  }
  const item = await passwork.openInboxItem(id);
  console.log(`Name:      ${item.name}`);
  console.log(`Login:     ${item.login}`);
  console.log(`Password:  ${item.passwordUnreadable ? '(cannot be decrypted)' : item.password}`);
  await saveAttachments(passwork, item, may('FOLDER') || 'downloads');
});
