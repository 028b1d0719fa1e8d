/**
 * Searches: QUERY in names, logins and addresses, or SITE for the items of a web page. No secret is fetched.
 *
 *   QUERY=mail node search.js
 *   SITE=https://mail.example.com node search.js
 */
import { may, need, openSession, run } from './start.js';

await run(async () => {
  const site = may('SITE');
  const query = site ? '' : need('QUERY', 'the words to look for, or SITE to an address');
  const passwork = await openSession();
  const found = site
    ? await passwork.searchByUrl(site)
    : await passwork.search({ query, includeShortcuts: true });
  for (const item of found) console.log(`${item.id}  ${item.name}  ${item.login}`);
  console.log(`${found.length} found.`);
});
