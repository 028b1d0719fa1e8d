/**
 * `npm run screenshots`: the product as a person meets it, from the first run to the lock, over the
 * embedded server; light and dark, into `docs/screenshots`. What it shows is the real product with
 * the demo company's data. `docs/tour.md` walks through these pictures.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type Extension, launchExtension } from '../test/e2e/support/chromium.ts';
import { connectTo, itemNamed } from '../test/e2e/support/on-server.ts';
import { start, typeCredentials, waitForItems } from '../test/e2e/support/sign-in.ts';
import { text } from '../test/e2e/support/texts.ts';
import { type RunningServer, startServer } from '../test/server/start.ts';

const folder = resolve('docs/screenshots');
/** The popup as the toolbar shows it. */
const popupSize = { width: 380, height: 600 };

/** What the parts of the tour share. */
type Tour = {
  readonly server: RunningServer;
  readonly extension: Extension;
  readonly site: Page;
  readonly popup: Page;
  shoot(page: Page, name: string): Promise<void>;
};

const parts = [
  firstRun,
  home,
  browse,
  item,
  write,
  generator,
  pageAndSave,
  panel,
  settings,
  lock,
] as const;

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
      // Whatever moves has come to rest, and what was said a moment ago has gone.
      await expect(page.locator('.notice .pill')).toHaveCount(0);
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))),
      );
      const path = `${folder}/${name}-${colorScheme}.png`;
      await page.screenshot({ path, animations: 'disabled' });
      console.log(`${name}-${colorScheme}.png`);
    };
    for (const part of parts) await part({ server, extension, site, popup, shoot });
  } finally {
    await extension.close();
    await server.close();
  }
}

function button(page: Page, key: Parameters<typeof text>[0], ...values: string[]) {
  return page.getByRole('button', { name: text(key, ...values), exact: true }).first();
}

function search(popup: Page) {
  return popup.getByRole('combobox', { name: text('searchLabel') });
}

async function backHome(popup: Page): Promise<void> {
  while (!(await search(popup).isVisible())) await button(popup, 'back').click();
  await search(popup).fill('');
}

async function openItem(popup: Page, query: string): Promise<void> {
  await search(popup).fill(query);
  await popup
    .getByRole('option', { name: new RegExp(query) })
    .first()
    .click();
}

async function firstRun({ server, site, popup, shoot }: Tour): Promise<void> {
  await popup.locator('[name=host]').waitFor();
  await shoot(popup, 'setup-server');
  await typeCredentials(popup, { ...server.v4, apiKey: 'not a key' });
  await button(popup, 'connect').click();
  await popup.getByText(text('errorWrongCredential')).waitFor();
  await shoot(popup, 'setup-wrong-key');
  await popup.locator('[name=apiKey]').fill(server.v4.apiKey);
  await button(popup, 'connect').click();
  await button(popup, 'start').waitFor({ timeout: 30_000 });
  await shoot(popup, 'welcome');
  await start(popup);
  await waitForItems(popup);
  // The setup page, which opens by itself after installing, had been in front.
  await site.bringToFront();
  await popup.reload();
}

async function home({ server, popup, shoot }: Tour): Promise<void> {
  await popup.getByText(text('headingSite', new URL(server.site.url).hostname)).waitFor();
  await search(popup).focus();
  await shoot(popup, 'home');
  await search(popup).fill('пор');
  await popup.getByRole('option').first().waitFor();
  await shoot(popup, 'search');
  await backHome(popup);
  await button(popup, 'showKeys').click();
  await shoot(popup, 'keys');
  await popup.keyboard.press('Escape');
}

async function browse({ popup, shoot }: Tour): Promise<void> {
  await button(popup, 'browse').click();
  await popup.getByRole('heading', { name: text('vaults') }).waitFor();
  await shoot(popup, 'browse');
  await popup.getByRole('button', { name: /^IT and infra/ }).click();
  await popup.locator('[role=option]').first().waitFor();
  await shoot(popup, 'browse-folder');
  await backHome(popup);
  await button(popup, 'inbox').click();
  await popup.getByRole('listitem').or(popup.getByRole('option')).first().waitFor();
  await shoot(popup, 'inbox');
  await backHome(popup);
}

async function item({ server, popup, shoot }: Tour): Promise<void> {
  await openItem(popup, 'duty administrator');
  await button(popup, 'showLabel', text('password')).click();
  await popup.locator('.ring').first().waitFor();
  await shoot(popup, 'item');
  await button(popup, 'largeType', text('password')).click();
  await popup.getByRole('dialog').waitFor();
  await shoot(popup, 'item-large');
  await button(popup, 'qrShow').click();
  await popup.getByRole('img', { name: text('qrTitle') }).waitFor();
  await shoot(popup, 'item-qr');
  await popup.keyboard.press('Escape');
  await button(popup, 'share').click();
  await button(popup, 'shareMake').waitFor();
  await shoot(popup, 'item-share');
  await backHome(popup);
  await server.control.goDown();
  await search(popup).fill('backup');
  await popup.locator('[role=option]').first().click();
  await popup.getByText(text('errorOffline')).waitFor();
  await shoot(popup, 'item-offline');
  await server.control.comeUp();
  await backHome(popup);
}

async function write({ server, popup, shoot }: Tour): Promise<void> {
  await button(popup, 'newItem').click();
  await popup.locator('[name=name]').fill('Switch in the server room, Graz');
  await popup.locator('[name=login]').fill('netadmin');
  await shoot(popup, 'new-item');
  await popup.getByRole('combobox', { name: text('placeLabel') }).fill('it');
  await popup.getByRole('option').first().waitFor();
  await shoot(popup, 'new-item-place');
  await popup.keyboard.press('Enter');
  await button(popup, 'back').click();
  await button(popup, 'leaveDiscard').click();

  // A colleague is faster.
  await openItem(popup, 'Intranet');
  await button(popup, 'editItem').click();
  await popup.locator('[name=login]').fill('netadmin');
  const client = await connectTo(server);
  await client.editItem((await itemNamed(client, 'Intranet')).id, { login: 'intranet-admin' });
  await button(popup, 'save').click();
  await popup.getByRole('heading', { name: text('conflictTitle') }).waitFor();
  await shoot(popup, 'conflict');
  await popup.keyboard.press('Escape');
  await button(popup, 'leaveDiscard').click();
  await backHome(popup);
}

async function generator({ popup, shoot }: Tour): Promise<void> {
  await button(popup, 'generator').click();
  await popup.getByRole('heading', { level: 1 }).waitFor();
  await shoot(popup, 'generator');
  await backHome(popup);
}

async function pageAndSave({ server, extension, site, shoot }: Tour): Promise<void> {
  await site.bringToFront();
  await site.getByLabel('User name').click();
  await site.locator('[popover]').waitFor({ state: 'attached' });
  await shoot(site, 'page-menu');
  await site.goto(new URL('/trial/login', server.site.loginUrl).href);
  // By keys from the first field on: our menu lies over the second one.
  await site.locator('#u').click();
  await site.keyboard.type('k.fischer');
  await site.keyboard.press('Tab');
  await site.keyboard.type('correct horse');
  await site.keyboard.press('Enter');
  await site.waitForURL('**/done');
  const asking = await extension.openPopup(site);
  await asking.setViewportSize(popupSize);
  await expect(async () => {
    await asking.reload();
    await asking.locator('form.save').waitFor({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await shoot(asking, 'save');
  await asking.close();
  await site.goto(server.site.loginUrl);
}

async function panel({ extension, site, shoot }: Tour): Promise<void> {
  const beside = await extension.openPopup(site, '?panel');
  await beside.setViewportSize({ width: 400, height: 760 });
  await waitForItems(beside);
  await shoot(beside, 'panel');
  await beside.close();
}

async function settings({ extension, shoot }: Tour): Promise<void> {
  const options = await extension.context.newPage();
  await options.setViewportSize({ width: 900, height: 760 });
  await options.goto(`${extension.origin}/src/options/index.html`);
  await options.getByRole('heading').first().waitFor();
  await shoot(options, 'options');
  await options.close();
}

async function lock({ server, site, popup, shoot }: Tour): Promise<void> {
  await site.bringToFront();
  await button(popup, 'lockNow').click();
  const secret = popup.locator('[name=secret]');
  await secret.waitFor();
  await shoot(popup, 'unlock');
  await secret.fill('wrong');
  await button(popup, 'unlock').click();
  await popup.getByText(text('errorWrongMasterPassword')).waitFor();
  await shoot(popup, 'unlock-wrong');
  await secret.fill(server.v4.masterPassword);
  await button(popup, 'unlock').click();
  await waitForItems(popup);
  server.control.revokeSessions();
  await search(popup).fill('backup');
  await popup.locator('[role=option]').first().click();
  await popup.getByText(text('errorSessionExpired')).waitFor();
  await shoot(popup, 'session-ended');
}
