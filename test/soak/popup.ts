/** Getting about in the popup, as a person does. */
import { type Page, expect as plain } from '@playwright/test';
import { ask, askFor } from '../e2e/support/ask.ts';
import { text } from '../e2e/support/texts.ts';
import type { World } from './world.ts';

/** Milliseconds within which every screen must have come to rest; the server's retries are part of it. */
export const restLimit = 30_000;

/** Outside of a test runner five seconds are the limit, which a busy machine can break. */
export const expect = plain.configure({ timeout: restLimit });

export const searchBox = (popup: Page) =>
  popup.getByRole('combobox', { name: text('searchLabel') });
export const unlockField = (popup: Page) => popup.locator('[name=secret]');
export const press = (popup: Page, name: string) =>
  popup.getByRole('button', { name, exact: true }).click();

/** Waits until nothing on the screen is a placeholder any more. Throws where it stays one, or blank. */
export async function comeToRest(popup: Page, timeout = restLimit): Promise<void> {
  const body = popup.locator('.frame-body');
  await expect(body, 'the popup is not blank').toHaveText(/\S/, { timeout });
  const waiting = popup.locator(
    '.skeleton, [role=progressbar], [aria-busy=true], .button[aria-disabled=true]',
  );
  await expect(waiting, 'nothing in the popup waits for ever').toHaveCount(0, { timeout });
}

/** Goes to the list with an empty search; false where the popup stands at the door. */
export async function goHome({ popup }: World): Promise<boolean> {
  const box = searchBox(popup);
  const back = popup.getByRole('button', { name: text('back'), exact: true }).first();
  const dialog = popup.getByRole('dialog');
  for (let tries = 0; tries < 6; tries += 1) {
    await expect(box.or(unlockField(popup)).or(back).first()).toBeVisible();
    if (await unlockField(popup).isVisible()) return false;
    if (await box.isVisible()) {
      await box.fill('');
      return true;
    }
    if (await dialog.isVisible()) await popup.keyboard.press('Escape');
    else await back.click();
  }
  throw new Error('no way back to the list');
}

/** Closes the popup and opens it over the page in front, as the toolbar's button would. */
export async function reopen(world: World): Promise<void> {
  await world.popup.close();
  world.popup = await world.extension.openPopup(world.site);
}

/** Opens the item of the demo site's first account; false where it could not be read. */
export async function openItem(world: World): Promise<boolean> {
  await untilListed(world);
  if (!(await goHome(world)) || (await idOfMine(world)) === null) return false;
  const { popup, server } = world;
  await searchBox(popup).fill(server.site.accounts[0].login);
  await popup
    .getByRole('option', { name: /Intranet/ })
    .first()
    .waitFor();
  await searchBox(popup).press('ArrowRight');
  await popup
    .getByRole('heading', { level: 1, name: /Intranet/ })
    .or(unlockField(popup))
    .waitFor();
  await comeToRest(popup);
  const copy = popup.getByRole('button', { name: text('copyLabel', text('password')) });
  return copy.first().isVisible();
}

/** Waits until the list is complete: what is not read yet is offered nowhere. */
export async function untilListed({ popup }: World): Promise<void> {
  const phase = async () => {
    const status = await askFor(popup, 'status', {});
    return status.state === 'unlocked' ? status.index.phase : status.state;
  };
  await expect.poll(phase, 'the list is read').not.toBe('building');
}

/** The item of the demo site's first account; null where it is not listed: locked, or not read. */
export async function idOfMine({ popup, server }: World): Promise<string | null> {
  const query = server.site.accounts[0].login;
  const found = await ask(popup, 'find', { query, tabId: null, offset: 0, limit: 50 });
  if (!found.ok) return null;
  const { host } = new URL(server.site.loginUrl);
  return found.value.rows.find((row) => row.host === host && row.shortcutId === null)?.id ?? null;
}
