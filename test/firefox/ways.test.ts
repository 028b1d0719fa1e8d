/** Saving, the shortcut and HTTP authentication in Firefox, where an event page stands behind all of them. */
import { popupPath } from '../e2e/support/chromium.ts';
import { text } from '../e2e/support/texts.ts';
import type { Firefox } from './support/firefox.ts';
import { expect, test } from './support/fixtures.ts';
import { button, signIn } from './support/sign-in.ts';

const tabKey = '\uE004';
const enterKey = '\uE007';

/** Does what the keys of our command do; the browser's own keys cannot be pressed in a page. */
const pressFillShortcut = (firefox: Firefox) =>
  firefox.inBrowser(`
    const { document, Event } = Services.wm.getMostRecentWindow('navigator:browser');
    const keys = [...document.querySelectorAll('keyset[id^="ext-keyset"] key')];
    const ours = keys.find((key) => key.getAttribute('key') === 'X');
    ours.dispatchEvent(new Event('command', { bubbles: true }));`);

/** What our window asks about, as its address says; '' where there is none. */
const findChallenge = (firefox: Firefox) =>
  firefox.inBrowser<string>(`
    for (const { gBrowser } of Services.wm.getEnumerator('navigator:browser')) {
      for (const { currentURI } of gBrowser.browsers) {
        const found = /[?&]challenge=([^&]+)/.exec(currentURI.spec);
        if (found !== null) return found[1];
      }
    }
    return '';`);

test('saves a login, fills it by the shortcut, and answers a server that asks', async ({
  firefox,
  server,
}) => {
  const popup = await signIn(firefox, server);
  const { front: site } = firefox;
  const newSite = new URL('/trial/login', server.site.loginUrl);
  newSite.hostname = 'new.localhost';

  await test.step('a typed login is saved', async () => {
    await site.goto(newSite.href);
    await site.click('#u');
    await site.type('marta');
    await site.type(tabKey);
    await site.type('S3cret of marta');
    await site.type(enterKey);
    await site.until(async () => (await site.text('h1')) === 'Welcome', 'the page behind');
    await popup.until(async () => {
      await popup.goto(`${firefox.origin}/${popupPath}`);
      return (await popup.text('h1')) === text('saveTitle');
    }, 'the question');
    await popup.click('[role=combobox]');
    await popup.type('it');
    await popup.click('[role=option]');
    await popup.click(button(text('saveNow')));
    const shown = () => popup.run<string>('return document.body.innerText');
    await popup.until(async () => (await shown()).includes(text('savedNew')), 'the word of it');
  });

  await test.step('the shortcut fills the one item that matches', async () => {
    await site.goto(newSite.href);
    await site.until(async () => {
      // Before the page has our content script there is nothing to fill; a person presses again.
      await pressFillShortcut(firefox);
      await new Promise((later) => setTimeout(later, 500));
      return (await site.value('#p')) === 'S3cret of marta';
    }, 'the password');
    expect(await site.value('#u')).toBe('marta');
  });

  await test.step('a server that asks is answered after a yes', async () => {
    const [account] = server.site.accounts;
    await popup.goto(`${firefox.origin}/src/options/index.html`);
    await popup.until(
      () => popup.run(`return document.querySelector('#challenges')?.disabled === false`),
      'the switch',
    );
    await popup.run(`document.querySelector('#challenges').scrollIntoView({ block: 'center' })`);
    await popup.click('#challenges');
    await popup.until(
      () =>
        popup.run(
          `return browser.permissions.contains({ permissions: ['webRequestAuthProvider'] })`,
        ),
      'the permission',
    );
    const guarded = new URL('/guarded/Lab/basic', server.site.loginUrl).href;
    await site.run(`setTimeout(() => { location.href = arguments[0]; })`, [guarded]);
    const id = await popup.until(() => findChallenge(firefox), 'our window');
    await popup.goto(`${firefox.origin}/${popupPath}?challenge=${id}`);
    await popup.click(`//label[contains(., "${account.login}")]//input`);
    await site.until(async () => {
      // An answer counts once the question has stood for a moment.
      if (await popup.run(`return document.querySelector('form.challenge') !== null`)) {
        await popup.click(button(text('challengeOnce')));
      }
      return (await site.run<string>('return document.title')).startsWith('Welcome');
    }, 'the page behind');
    expect(await site.text('h1')).toBe(`Welcome, ${account.displayName}`);
  });
});
