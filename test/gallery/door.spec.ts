/** Setting up, unlocking, and being locked out. */
import { expect, test } from './fixtures.ts';

test.describe('the door', () => {
  test('keeps everything typed when the server refuses, and points at the field', async ({
    page,
    scene,
  }) => {
    await scene('setup-wrong-key');
    const key = page.getByLabel('API key', { exact: true });
    await expect(key).toHaveValue('jS9dk3mNcV0pQ');
    await expect(key).toBeFocused();
    await expect(key).toHaveAttribute('aria-invalid', 'true');
    await expect(key).toHaveAccessibleDescription(/does not accept this key/);
    await page.keyboard.type('2');
    await expect(key).toHaveAttribute('aria-invalid', 'false');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(page.getByLabel('Server address')).toHaveValue('passwork.northwind.example');
  });

  test('asks for a passphrase only where the server needs one, and returns with the inputs', async ({
    page,
    scene,
  }) => {
    await scene('setup-passphrase-short');
    const passphrase = page.getByLabel('Passphrase', { exact: true });
    await expect(passphrase).toBeFocused();
    await expect(passphrase).toHaveAccessibleDescription('Use at least 8 characters.');
    await page.getByRole('button', { name: 'Back' }).click();
    const key = page.getByLabel('API key', { exact: true });
    await expect(key).toHaveValue('jS9dk3mNcV0pQ');
    await expect(key).toBeFocused();
  });

  test('saves the draft of a setup, without the master password', async ({ page, scene }) => {
    await scene('setup');
    await page.keyboard.type('passwork.example.org');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('API key', { exact: true })).toBeFocused();
    await page.keyboard.type('key-1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('master secret');
    const drafts = () =>
      page.evaluate(() =>
        (Reflect.get(globalThis, 'galleryCalls') as { name: string; request: unknown }[])
          .filter(({ name }) => name === 'saveSetupDraft')
          .map(({ request }) => request),
      );
    await expect
      .poll(async () => (await drafts()).at(-1))
      .toEqual({ host: 'passwork.example.org', apiKey: 'key-1', refreshToken: '' });
    expect(JSON.stringify(await drafts())).not.toContain('master');
  });

  test('comes back with the reason when the server ends the session, and leads on', async ({
    page,
    scene,
  }) => {
    await scene('ended-by-server');
    await expect(page.getByText('Passwork ended your session. Unlock to go on.')).toBeVisible();
    await expect(page.getByText('GitHub')).toHaveCount(0);
    await page.keyboard.type('secret');
    await page.keyboard.press('Enter');
    // The item that was asked for when the session ended.
    await expect(page.getByRole('heading', { name: 'GitHub – organisation owner' })).toBeVisible();
  });

  test('closes over an open popup when the vault locks by itself', async ({ page, scene }) => {
    await page.clock.install();
    await scene('locked-by-itself');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.clock.runFor(11_000);
    await expect(page.getByLabel('Master password', { exact: true })).toBeFocused();
    await expect(page.getByText('GitHub')).toHaveCount(0);
  });

  test('says why it is closed', async ({ page, scene }) => {
    await scene('unlock-expired');
    await expect(page.getByText('Passwork ended your session. Unlock to go on.')).toBeVisible();
  });
});
