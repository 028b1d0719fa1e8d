import { expect, type Page } from '@playwright/test';
import { text } from './texts.ts';

export type Credentials = {
  readonly host: string;
  readonly apiKey: string;
  readonly masterPassword: string;
};

/** Types the credentials into the setup screen and waits for the list to be complete. */
export async function signIn(popup: Page, credentials: Credentials): Promise<void> {
  await typeCredentials(popup, credentials);
  await popup.getByRole('button', { name: text('connect') }).click();
  await waitForItems(popup);
}

export async function typeCredentials(popup: Page, credentials: Credentials): Promise<void> {
  await popup.getByLabel(text('host'), { exact: true }).fill(credentials.host);
  await popup.locator('[name=apiKey]').fill(credentials.apiKey);
  await popup.locator('[name=masterPassword]').fill(credentials.masterPassword);
}

/** The list is on the screen and no vault is still on its way. */
export async function waitForItems(popup: Page): Promise<void> {
  // The rows and not their list: it has no height of its own, so it counts as hidden.
  await expect(popup.getByRole('option').first()).toBeVisible({ timeout: 30_000 });
  await expect(popup.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
}
