/**
 * `npm run screenshots`: every screen of the built extension over the embedded server, light and
 * dark, into `docs/screenshots`. What it shows is the real product with the demo company's data.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { launchExtension } from '../test/e2e/support/chromium.ts';
import { signIn, typeCredentials, waitForItems } from '../test/e2e/support/sign-in.ts';
import { text } from '../test/e2e/support/texts.ts';
import { startServer } from '../test/server/start.ts';

const folder = resolve('docs/screenshots');
/** The popup as the toolbar shows it. */
const popupSize = { width: 380, height: 600 };

mkdirSync(folder, { recursive: true });
for (const scheme of ['light', 'dark'] as const) await takeAll(scheme);

async function takeAll(colorScheme: 'light' | 'dark'): Promise<void> {
  const server = await startServer();
  const extension = await launchExtension({ colorScheme });
  try {
    const site = await extension.context.newPage();
    await site.goto(server.site.loginUrl);
    const popup = await extension.openPopup(site);
    await popup.setViewportSize(popupSize);
    const shoot = async (page: Page, name: string) => {
      // Whatever moves has come to rest.
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))),
      );
      await page.screenshot({
        path: `${folder}/${name}-${colorScheme}.png`,
        animations: 'disabled',
      });
      console.log(`${name}-${colorScheme}.png`);
    };
    const search = popup.getByRole('combobox');

    await shoot(popup, 'setup');
    await typeCredentials(popup, { ...server.v4, apiKey: 'not a key' });
    await popup.getByRole('button', { name: text('connect') }).click();
    await popup.getByText(text('errorWrongCredential')).waitFor();
    await shoot(popup, 'setup-wrong-key');
    await signIn(popup, server.v4);
    // The setup page, which opens by itself after installing, had been in front.
    await site.bringToFront();
    await popup.reload();
    await popup.getByText(text('headingSite', new URL(server.site.url).hostname)).waitFor();
    await search.focus();
    await shoot(popup, 'home');

    await search.fill('пор');
    await popup.getByRole('option').first().waitFor();
    await shoot(popup, 'search');
    await search.fill('nothing is called like this');
    await popup.getByText(text('nothingFoundTitle')).waitFor();
    await shoot(popup, 'nothing-found');

    await search.fill('ops.admin');
    await popup.getByRole('option').first().click();
    await popup.getByRole('button', { name: text('showLabel', text('password')) }).click();
    await popup.getByRole('timer').or(popup.locator('.ring')).first().waitFor();
    await shoot(popup, 'item');
    await server.control.goDown();
    await popup.getByRole('button', { name: text('back') }).click();
    await search.fill('backup');
    await popup.getByRole('option').first().click();
    await popup.getByText(text('errorOffline')).waitFor();
    await shoot(popup, 'item-offline');
    await server.control.comeUp();
    await popup
      .getByRole('button', { name: text('back') })
      .first()
      .click();

    await popup.getByRole('button', { name: text('inbox') }).click();
    await popup.getByRole('listitem').first().waitFor();
    await shoot(popup, 'inbox');
    await popup.getByRole('button', { name: text('back') }).click();

    await site.bringToFront();
    await site.getByLabel('User name').click();
    await site.locator('[popover]').waitFor({ state: 'attached' });
    await shoot(site, 'page-menu');

    const options = await extension.context.newPage();
    await options.setViewportSize({ width: 900, height: 760 });
    await options.goto(`${extension.origin}/src/options/index.html`);
    await options.getByRole('heading').first().waitFor();
    await shoot(options, 'options');
    await options.close();

    await popup.getByRole('button', { name: text('lockNow') }).click();
    await popup.locator('[name=secret]').waitFor();
    await shoot(popup, 'unlock');
    await popup.locator('[name=secret]').fill('wrong');
    await popup.getByRole('button', { name: text('unlock') }).click();
    await popup.getByText(text('errorWrongMasterPassword')).waitFor();
    await shoot(popup, 'unlock-wrong');
    await popup.locator('[name=secret]').fill(server.v4.masterPassword);
    await popup.getByRole('button', { name: text('unlock') }).click();
    await waitForItems(popup);
    server.control.revokeSessions();
    await search.fill('backup');
    await popup.getByRole('option').first().click();
    await popup.getByText(text('errorSessionExpired')).waitFor();
    await shoot(popup, 'session-ended');
  } finally {
    await extension.close();
    await server.close();
  }
}
