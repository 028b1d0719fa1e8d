/**
 * Gives an item a new password, and nothing else: what is not named stays as it is.
 *
 *   ITEM_ID=… PASSWORD=… node edit-item.js
 */
import { need, openSession, run } from './start.js';

await run(async () => {
  const id = need('ITEM_ID', 'the id of the item');
  const password = need('PASSWORD', 'the new password');
  const passwork = await openSession();
  await passwork.editItem(id, { password });
  console.log('Changed.');
});
