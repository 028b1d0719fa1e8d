/**
 * Asks any endpoint of the server, for what the connector has no method for. Prints the answer as it came.
 *
 *   ENDPOINT=info/settings node any-endpoint.js     (Passwork 4 to 6)
 *   ENDPOINT=app/settings node any-endpoint.js      (Passwork 7)
 */
import { need, openSession, run } from './start.js';

await run(async () => {
  const path = need('ENDPOINT', 'a path behind /api/v4 or /api/v1').split('/').filter(Boolean);
  const passwork = await openSession();
  console.log(JSON.stringify(await passwork.ask({ path }), null, 2));
});
