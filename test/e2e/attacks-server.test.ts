/** What a hostile server writes into names, notes and labels is text, and stays in its place. */
import { connect } from '../../src/passwork/index.ts';
import { askFor } from './support/ask.ts';
import { expect, test } from './support/attacked.ts';

const hostile = [
  '<img src=x onerror="document.title=\'pwned\'">',
  '{{constructor.constructor("document.title=1")()}}',
  '\u202Egnp.exe \u2066hidden\u2069',
  '"><script>document.title=1</script>',
  'url(javascript:alert(1)); background: url(//evil.test)',
] as const;

test('S8 S14: hostile names, notes, tags and labels are inert', async ({ world, tab }) => {
  const { extension, server } = world;
  const { host, apiKey, masterPassword } = server.v4;
  const passwork = await connect({ host, credential: { apiKey }, masterPassword });
  const [vault] = await passwork.vaults();
  const ids: string[] = [];
  for (const [at, text] of hostile.entries()) {
    ids.push(
      await passwork.addItem({
        vaultId: vault?.id ?? '',
        name: `hostile ${at} ${text}`,
        login: text,
        description: text.repeat(20),
        tags: ['hostile'],
        colour: 1,
        fields: [{ name: text, type: 'text', value: text }],
      }),
    );
  }
  await askFor(world.popup, 'refresh', {});
  const asked: string[] = [];
  tab.on('request', (request) => asked.push(request.url()));
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(`${extension.origin}/src/popup/index.html`);
  const title = await tab.title();
  for (const [at, text] of hostile.entries()) {
    await tab.getByRole('combobox').fill(`hostile ${at}`);
    const row = tab.getByRole('option').filter({ hasText: `hostile ${at}` });
    await expect(row.first()).toBeVisible();
    // As it was written, in an element that keeps its direction to itself.
    await expect(row.locator('bdi').filter({ hasText: text }).first()).toBeAttached();
    await row.first().click();
    await expect(tab.getByRole('heading', { level: 1 })).toContainText(text);
    expect(await tab.locator('img[src="x"], script:not([src])').count()).toBe(0);
    expect(await tab.title()).toBe(title);
    await tab.keyboard.press('Escape');
  }
  expect(asked.filter((url) => !url.startsWith(extension.origin))).toEqual([]);
  expect(errors).toEqual([]);
  for (const id of ids) await passwork.deleteItem(id);
  await passwork.logout();
});
