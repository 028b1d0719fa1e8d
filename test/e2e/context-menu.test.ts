/** The context menu: fill, and copy parts of the matching items; and the clipboard after it. */
import { askFor, rowOf } from './support/ask.ts';
import { clickMenu, pasted } from './support/context-menu.ts';
import { hearIcon } from './support/icon.ts';
import { expect, test } from './support/shared.ts';

test.describe.configure({ mode: 'default' });

test('copies user name, password and one-time code', async ({ extension, server, site, popup }) => {
  const account = server.site.accounts[1];
  const { id } = await rowOf(popup, account.login);
  await clickMenu(extension, site, { act: 'copy-login', id });
  await expect.poll(() => pasted(extension)).toBe(account.login);
  await clickMenu(extension, site, { act: 'copy-password', id });
  await expect.poll(() => pasted(extension)).toBe(account.password);
  await clickMenu(extension, site, { act: 'copy-code', id });
  await expect.poll(() => pasted(extension)).toMatch(/^\d{6}$/);
});

test('fills the form it was called on', async ({ extension, server, site, popup }) => {
  const account = server.site.accounts[0];
  const { id } = await rowOf(popup, account.login);
  await clickMenu(extension, site, { act: 'fill', id });
  await expect(site.getByLabel('Password')).toHaveValue(account.password);
  await expect(site.getByLabel('User name')).toHaveValue(account.login);
});

test('gives a page nothing that belongs to another site', async ({
  extension,
  server,
  site,
  popup,
}) => {
  const { rows } = await askFor(popup, 'find', {
    query: 'backup',
    tabId: null,
    offset: 0,
    limit: 50,
  });
  const other = rows.find(({ host }) => host !== '' && !server.site.url.includes(host));
  if (other === undefined) throw new Error('the demo data has no other site');
  const said = await hearIcon(extension);
  await clickMenu(extension, site, { act: 'fill', id: other.id });
  await expect.poll(said).toContain('!');
  await expect(site.getByLabel('Password')).toHaveValue('');
});

test('copies with a worker that was killed before', async ({ extension, server, site, popup }) => {
  const account = server.site.accounts[0];
  const { id } = await rowOf(popup, account.login);
  await extension.killWorker();
  // Any message wakes it; the menu's own event would too, but cannot be sent to a dead worker here.
  await askFor(popup, 'status', {});
  await clickMenu(extension, site, { act: 'copy-password', id });
  await expect.poll(() => pasted(extension)).toBe(account.password);
});

test('clears the clipboard after the time that was set', async ({
  extension,
  server,
  site,
  popup,
}) => {
  const settings = await askFor(popup, 'settings', {});
  await askFor(popup, 'saveSettings', { ...settings, clipboardSeconds: 2 });
  const { id } = await rowOf(popup, server.site.accounts[0].login);
  await clickMenu(extension, site, { act: 'copy-password', id });
  await expect.poll(() => pasted(extension)).toBe(server.site.accounts[0].password);
  await expect.poll(() => pasted(extension), { timeout: 15_000 }).toBe('');
});

test('D6: leaves what the user copied since', async ({ extension, server, site, popup }) => {
  const { id } = await rowOf(popup, server.site.accounts[0].login);
  await clickMenu(extension, site, { act: 'copy-password', id });
  await expect.poll(() => pasted(extension)).toBe(server.site.accounts[0].password);
  await site.getByLabel('User name').fill('a shopping list');
  await site.getByLabel('User name').press('Control+A');
  await site.getByLabel('User name').press('Control+C');
  await expect.poll(() => pasted(extension)).toBe('a shopping list');
  // Locking clears the clipboard at once where it is still ours.
  await askFor(popup, 'lock', {});
  expect(await pasted(extension)).toBe('a shopping list');
});

test('D6: takes the secret back on lock', async ({ extension, server, site, popup }) => {
  const { id } = await rowOf(popup, server.site.accounts[0].login);
  await clickMenu(extension, site, { act: 'copy-password', id });
  await expect.poll(() => pasted(extension)).toBe(server.site.accounts[0].password);
  await askFor(popup, 'lock', {});
  await expect.poll(() => pasted(extension)).toBe('');
});

test('makes a password, copies it, and remembers it', async ({ extension, site, popup }) => {
  await clickMenu(extension, site, { act: 'generate' });
  await expect.poll(() => pasted(extension)).toMatch(/^\S{20}$/);
  const [row] = await askFor(popup, 'generatedRows', {});
  expect(await askFor(popup, 'revealGenerated', { id: row?.id ?? '' })).toBe(
    await pasted(extension),
  );
  await askFor(popup, 'lock', {});
  await clickMenu(extension, site, { act: 'generate' });
  // A locked vault remembers nothing, so nothing is made.
  await expect.poll(() => pasted(extension)).toBe('');
});
