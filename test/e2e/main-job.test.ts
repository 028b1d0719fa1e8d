/** The main job through the real screens: sign in, search, open an item. */
import { expect, test } from './support/fixtures.ts';
import { signIn } from './support/sign-in.ts';
import { text } from './support/texts.ts';

test('signs in, finds an item by typing, and opens it', async ({ extension, server, site }) => {
  const popup = await extension.openPopup(site);
  await signIn(popup, server.v4);

  const search = popup.getByRole('combobox');
  await expect(search).toBeFocused();
  await search.pressSequentially('intranet');
  const row = popup.getByRole('option', { name: /Intranet/ }).first();
  await expect(row).toBeVisible();
  await search.press('ArrowRight');

  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(/Intranet/);
  await expect(
    popup.getByRole('button', { name: text('copyLabel', text('password')) }),
  ).toBeVisible();
});
