import { expect, type Page } from '@playwright/test';
import { text } from './texts.ts';

export type Credentials = {
  readonly host: string;
  readonly apiKey: string;
  readonly masterPassword: string;
};

/** Goes through the first run and waits for the list to be complete. */
export async function signIn(popup: Page, credentials: Credentials): Promise<void> {
  await typeCredentials(popup, credentials);
  await popup.getByRole('button', { name: text('connect') }).click();
  await waitForItems(popup);
}

/** Names the server, and types the credentials once it has answered. */
export async function typeCredentials(popup: Page, credentials: Credentials): Promise<void> {
  await typeHost(popup, credentials.host);
  await popup.locator('[name=apiKey]').fill(credentials.apiKey);
  await popup.locator('[name=masterPassword]').fill(credentials.masterPassword);
}

/** The first step, from whichever step is shown. */
export async function typeHost(popup: Page, host: string): Promise<void> {
  const field = popup.locator('[name=host]');
  const back = popup.getByRole('button', { name: text('back') });
  await expect(field.or(back)).toBeVisible();
  while (await back.isVisible()) await back.click();
  await field.fill(host);
  await popup.getByRole('button', { name: text('goOn') }).click();
}

/** The list is on the screen and no vault is still on its way; ends the first run where it is shown. */
export async function waitForItems(popup: Page): Promise<void> {
  await start(popup);
  // The rows and not their list: it has no height of its own, so it counts as hidden.
  await expect(popup.getByRole('option').first()).toBeVisible({ timeout: 30_000 });
  await expect(popup.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
}

/** Leaves the last step of the first run, or the screen on which the popup was closed a moment ago. */
export async function start(popup: Page): Promise<void> {
  const button = popup.getByRole('button', { name: text('start') });
  const back = popup.locator('.frame-head').getByRole('button', { name: text('back') });
  const search = popup.getByRole('combobox');
  await expect(button.or(back).or(search).first()).toBeVisible({ timeout: 30_000 });
  if (await button.isVisible()) await button.click();
  while (await back.isVisible()) await back.click();
}
