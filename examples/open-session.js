/**
 * Opens a session and says who you are and which vaults you see.
 *
 *   PASSWORK_HOST=https://passwork.example.com PASSWORK_API_KEY=… PASSWORK_MASTER_PASSWORD=… node open-session.js
 */
import { openSession, run } from './start.js';

await run(async () => {
  const passwork = await openSession();
  console.log(`Signed in as ${passwork.user.name} (${passwork.generation}).`);
  for (const vault of await passwork.vaults()) {
    console.log(`${vault.id}  ${vault.kind.padEnd(7)}  ${vault.name}`);
  }
  await passwork.logout();
});
