import type { Page } from '@playwright/test';
import { text } from './texts.ts';

/** Finds an item by its name and opens it. */
export async function openItem(popup: Page, query: string): Promise<void> {
  await popup.getByRole('combobox', { name: text('searchLabel') }).fill(query);
  await popup
    .getByRole('option', { name: new RegExp(query) })
    .first()
    .click();
  await popup.getByRole('button', { name: text('editItem') }).waitFor();
}

/** Chooses the first vault or folder that fits. */
export async function choosePlace(popup: Page, query: string): Promise<void> {
  const place = popup.getByRole('combobox', { name: text('placeLabel') });
  // The place that was used last may come in between, until the list is there.
  await place.click();
  await popup.locator('.place-row').first().waitFor();
  await place.fill(query);
  await popup.locator('.place-row').first().waitFor();
  await place.press('Enter');
}
