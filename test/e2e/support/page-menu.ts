import { expect, type Page } from '@playwright/test';
import { shownMenu } from '../../support/content/menu.ts';

/** Milliseconds; the soak has no other limit. */
const patience = 30_000;

/**
 * Clicks the row that names an item in the menu at a field. Clicks again where the first one came
 * before the menu had been in sight long enough, as a person would.
 */
export async function chooseInMenu(
  page: Page,
  name: string,
  onShown: () => Promise<void> = async () => undefined,
): Promise<void> {
  const findRow = async () =>
    (await shownMenu(page))?.rows.find(({ texts }) => texts.some((each) => each.includes(name)));
  const message = `the menu offers ${name}`;
  await expect.poll(findRow, { message, timeout: patience, intervals: [50] }).toBeTruthy();
  await onShown();
  await expect(async () => {
    const row = await findRow();
    if (row !== undefined) await page.mouse.click(row.x, row.y);
    expect(await findRow()).toBeUndefined();
  }).toPass({ timeout: patience, intervals: [100] });
}
