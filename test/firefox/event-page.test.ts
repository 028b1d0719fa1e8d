/** Firefox ends the event page whenever it likes; the next call goes on, and says what was lost. */
import { popupPath } from '../e2e/support/chromium.ts';
import { text } from '../e2e/support/texts.ts';
import { expect, test } from './support/fixtures.ts';
import { button, typeHostAndKey, typeMasterPassword } from './support/sign-in.ts';
import { rightKey } from './support/tab.ts';

const iconButton = (name: string) => `//button[@aria-label="${name}"]`;

test('search, open, fill and copy go on after each end of the event page', async ({
  firefox,
  server,
}) => {
  const { front: site } = firefox;
  const [, account] = server.site.accounts;
  await site.goto(server.site.loginUrl);
  const popup = await firefox.openBehind(`${firefox.origin}/${popupPath}`);
  await typeHostAndKey(popup, server);
  await firefox.endEventPage();
  await typeMasterPassword(popup, server);

  // In the middle of the sign-in: nothing typed is lost, and the second try goes through.
  server.control.setFaults('stall@POST /auth/login/*=1');
  await popup.click(button(text('connect')));
  await popup.until(
    async () => server.control.requests().some(({ path }) => path.includes('login')),
    'the sign-in on its way',
  );
  await firefox.endEventPage();
  await popup.until(
    async () => (await popup.text('form')).includes(text('errorInternal')),
    'what became of the sign-in',
  );
  expect(await popup.value('[name=masterPassword]')).toBe(server.v4.masterPassword);
  await popup.click(button(text('connect')));
  await popup.click(button(text('start')));
  await popup.until(async () => (await popup.text('[role=option]')) !== '', 'the list');

  await firefox.endEventPage();
  await popup.click('[role=combobox]');
  await popup.type('duty administrator');
  await popup.until(
    async () => (await popup.text('[role=option]')).includes('duty administrator'),
    'what was searched for',
  );
  await firefox.endEventPage();
  await popup.type(rightKey);
  await expect.poll(() => popup.text('h1')).toContain('duty administrator');
  await popup.until(
    async () => (await popup.text(iconButton(text('copyLabel', text('password'))))) !== null,
    'the opened item',
  );

  await firefox.endEventPage();
  server.control.expireTokens();
  await popup.click(button(text('fill')));
  await site.until(async () => (await site.value('#password')) === account.password, 'the fill');
  expect(await site.value('#username')).toBe(account.login);

  await firefox.endEventPage();
  await popup.click(iconButton(text('copyLabel', text('password'))));
  await site.click('#username');
  await site.until(async () => {
    await site.paste();
    return (await site.value('#username')).includes(account.password);
  }, 'the password pasted');

  await firefox.endEventPage();
  await popup.click(iconButton(text('lockNow')));
  await popup.until(async () => (await popup.value('[name=secret]')) === '', 'the door');
});
