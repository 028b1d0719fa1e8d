/** The main job in Firefox: the same source, an event page in place of the worker. */
import { popupPath } from '../e2e/support/chromium.ts';
import { text } from '../e2e/support/texts.ts';
import { expect, test } from './support/fixtures.ts';
import { button } from './support/sign-in.ts';
import { rightKey, type Tab } from './support/tab.ts';

const iconButton = (name: string) => `//button[@aria-label="${name}"]`;

/** Opens one item by searching, in a tab that shows the list. */
async function openItem(popup: Tab, name: string): Promise<void> {
  await popup.click('[role=combobox]');
  await popup.type(name);
  await popup.until(async () => (await popup.text('[role=option]')).includes(name), name);
  await popup.type(rightKey);
  await expect.poll(() => popup.text('h1')).toContain(name);
}

test('once signed in, searches, opens an item, fills the login page and its code', async ({
  world,
}) => {
  const { firefox, server, popup } = world;
  const { front: site } = firefox;
  const [, account] = server.site.accounts;
  await openItem(popup, 'duty administrator');

  await popup.click(button(text('fill')));
  await site.until(async () => (await site.value('#password')) === account.password, 'the fill');
  expect(await site.value('#username')).toBe(account.login);
  await site.click(button('Sign in'));

  await site.click('#code');
  // Firefox cannot say whether a page covers the menu, so a choice in it is confirmed in the popup.
  let seen = false;
  await site.until(async () => {
    const place = await site.findMenuRow('duty administrator');
    if (place !== null) await site.clickAt(place);
    seen ||= place !== null;
    return seen && place === null;
  }, 'the choice in the menu');
  expect(await site.value('#code')).toBe('');
  await popup.goto(`${firefox.origin}/${popupPath}?consent`);
  const yes = button(text('fillNamed', new URL(server.site.loginUrl).host));
  expect(await popup.text(yes)).not.toBe('');
  await site.until(async () => {
    // The first click closes the popup itself, which came up over both tabs; an answer counts once the
    // question has stood for a moment, and by that the question is gone.
    if ((await site.value('#code')) === '') await popup.click(yes, 500).catch(() => undefined);
    return /^\d{6}$/.test(await site.value('#code'));
  }, 'the code');
  await site.click(button('Continue'));
  await expect.poll(() => site.text('h1')).toBe(`Welcome, ${account.displayName}`);
});

test('copies a password with the clipboard of the event page', async ({ world }) => {
  const { firefox, server, popup } = world;
  const [, , kiosk] = server.site.accounts;
  await openItem(popup, 'yard kiosk');
  await popup.click(iconButton(text('copyLabel', text('password'))));
  await firefox.front.click('#username');
  await firefox.front.until(async () => {
    await firefox.front.paste();
    return (await firefox.front.value('#username')).includes(kiosk.password);
  }, 'the password pasted');
});
