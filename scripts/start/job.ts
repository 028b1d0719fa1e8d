/**
 * The main job, as a person does it: sign in, search, open an item, fill and submit a login page
 * and its one-time code, copy from the context menu. Whatever the page receives is checked by its
 * server; whatever is copied is pasted.
 */
import { expect, type Page } from '@playwright/test';
import { type Extension, popupPath } from '../../test/e2e/support/chromium.ts';
import { chooseInMenu } from '../../test/e2e/support/page-menu.ts';
import { signIn } from '../../test/e2e/support/sign-in.ts';
import { text } from '../../test/e2e/support/texts.ts';
import type { RunningServer } from '../../test/server/start.ts';
import type { Steps } from './steps.ts';

export type Job = {
  readonly server: RunningServer;
  readonly extension: Extension;
  readonly steps: Steps;
};

/** Signs in on the page that the extension opens when it is installed. */
export async function signInFirst({ server, extension, steps }: Job): Promise<void> {
  const { context, origin } = extension;
  const isSetup = (page: Page) => page.url().startsWith(`${origin}/${popupPath}`);
  const setup = await steps.step('Installed: the extension opened its setup page', async () => {
    const open = context.pages().find(isSetup);
    const page = open ?? (await context.waitForEvent('page', isSetup));
    await expect(page.getByRole('button', { name: text('goOn') })).toBeVisible();
    return page;
  });
  await steps.picture(setup, 'setup');
  await steps.step('Signed in with host, API key and master password', () =>
    signIn(setup, server.v4),
  );
  await steps.picture(setup, 'list');
}

/** The demo site's login page, in front of everything else. */
export function openSite({ server, extension, steps }: Job): Promise<Page> {
  return steps.step(`Opened the demo login page, ${server.site.loginUrl}`, async () => {
    const site = await extension.context.newPage();
    await site.goto(server.site.loginUrl);
    return site;
  });
}

/** All that comes after, without a person. */
export async function doTheRest(job: Job, site: Page): Promise<void> {
  const { server, extension, steps } = job;
  const [plain, withCode] = server.site.accounts;
  const popup = await extension.openPopup(site);

  await steps.step('Popup: the items of the site come first', async () => {
    await expect(popup.getByText(text('headingSite', siteName(server)))).toBeVisible();
    await expect(popup.getByRole('option').first()).toContainText('Intranet');
  });
  await steps.picture(popup, 'popup-on-site');

  await steps.step('Popup: searched "duty" and opened the item found', async () => {
    await popup.getByRole('combobox').pressSequentially('duty');
    await expect(popup.getByRole('option').first()).toContainText('duty administrator');
    await popup.keyboard.press('ArrowRight');
    await expect(popup.getByRole('heading', { level: 1 })).toContainText('duty administrator');
    await expect(popup.getByText(withCode.login, { exact: true })).toBeVisible();
  });
  await steps.picture(popup, 'item');

  await steps.step('Popup: filled the login page, whose server took the password', async () => {
    await popup.getByRole('button', { name: text('fill'), exact: true }).click();
    await expect(site.getByLabel('User name')).toHaveValue(withCode.login);
    await steps.picture(site, 'filled');
    await site.getByRole('button', { name: 'Sign in' }).click();
    await site.waitForURL('**/code');
  });

  await steps.step('Page: filled the one-time code from the menu at the field', async () => {
    await site.bringToFront();
    await site.getByLabel('One-time code').click();
    await chooseInMenu(site, 'duty administrator', () => steps.picture(site, 'menu-in-page'));
    await expect(site.getByLabel('One-time code')).toHaveValue(/^\d{6}$/);
    await site.getByRole('button', { name: 'Continue' }).click();
    await expect(site.getByRole('heading')).toHaveText(`Welcome, ${withCode.displayName}`);
  });
  await steps.picture(site, 'signed-in');

  await steps.step(
    'Context menu: copied a password, and pasting gives that very password',
    async () => {
      await site.goto(server.site.loginUrl);
      await clickContextMenu(extension, `copy-password ${itemId(server, plain.login)} `);
      const field = site.getByLabel('Password');
      await expect(async () => {
        await field.fill('');
        await field.press('ControlOrMeta+V');
        await expect(field).toHaveValue(plain.password, { timeout: 500 });
      }).toPass({ timeout: 15_000 });
    },
  );

  await steps.step('Popup: locked', async () => {
    await popup.getByRole('button', { name: text('lockNow') }).click();
    await expect(popup.getByRole('button', { name: text('unlock') })).toBeVisible();
  });
  await steps.picture(popup, 'locked');
}

/** As the heading of the list names it. */
function siteName(server: RunningServer): string {
  return new URL(server.site.url).hostname;
}

function itemId(server: RunningServer, login: string): string {
  const found = [...server.state.items.values()].find((item) => item.login === login);
  if (found === undefined) throw new Error('the demo data has no such item');
  return found.id;
}

/** No driver can click a native menu: this runs the listeners of an entry that is really there. */
async function clickContextMenu(extension: Extension, menuItemId: string): Promise<void> {
  await expect(async () => {
    await extension.inWorker((id) => chrome.contextMenus.update(id, {}), menuItemId);
  }, 'the menu has an entry for the item').toPass({ timeout: 15_000 });
  await extension.inWorker(async (id) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    // The types know this event as one that only the browser sends.
    const clicks = chrome.contextMenus.onClicked as unknown as {
      dispatch(info: object, tab: chrome.tabs.Tab | undefined): void;
    };
    clicks.dispatch({ menuItemId: id, editable: true, frameId: 0 }, tab);
  }, menuItemId);
}
