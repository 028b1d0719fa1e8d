/**
 * Deletes an item.
 *
 *   ITEM_ID=… node delete-item.js
 */
import { need, openSession, run } from './start.js';

await run(async () => {
  const id = need('ITEM_ID', 'the id of the item');
  const passwork = await openSession();
  await passwork.deleteItem(id);
  console.log('Deleted.');
});
