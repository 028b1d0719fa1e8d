/** Saving, making, drafts, the shortcut and HTTP authentication in Firefox, over its event page. */
import { popupPath } from '../e2e/support/chromium.ts';
import { text } from '../e2e/support/texts.ts';
import { askFor } from './support/ask.ts';
import { ownPlaces, readContextMenu } from './support/browser-ui.ts';
import { waitForEngine } from './support/engine.ts';
import type { Firefox } from './support/firefox.ts';
import { expect, test } from './support/fixtures.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { button, showList } from './support/sign-in.ts';
import { enterKey, tabKey } from './support/tab.ts';

/** Does what the keys of our command do; the browser's own keys cannot be pressed in a page. */
const pressFillShortcut = (firefox: Firefox) =>
  firefox.inBrowser(`
    const { document, Event } = Services.wm.getMostRecentWindow('navigator:browser');
    const keys = [...document.querySelectorAll('keyset[id^="ext-keyset"] key')];
    const ours = keys.find((key) => key.getAttribute('key') === 'X');
    ours.dispatchEvent(new Event('command', { bubbles: true }));`);

test('saves, updates and fills a login, makes a password, keeps a draft', async ({ world }) => {
  const { firefox, server, popup } = world;
  const { front: site } = firefox;
  const newSite = new URL('/trial/login', server.site.loginUrl);
  newSite.hostname = 'new.localhost';

  const logIn = async (login: string, password: string) => {
    await site.goto(newSite.href);
    await site.click('#u');
    await waitForEngine(popup, site);
    await site.type(login);
    await site.type(tabKey);
    await site.type(password);
    await site.type(enterKey);
    await site.until(async () => (await site.text('h1')) === 'Welcome', 'the page behind');
  };
  const openPopup = () => popup.goto(`${firefox.origin}/${popupPath}`);
  const shows = (words: string) =>
    popup.until(
      async () => (await popup.run<string>('return document.body.innerText')).includes(words),
      words,
    );
  const waitForQuestion = (title: string) =>
    popup.until(async () => {
      await openPopup();
      return (await popup.text('h1')) === title;
    }, title);

  await test.step('a typed login is saved, and updated when it has changed', async () => {
    await logIn('marta', 'the first of marta');
    await waitForQuestion(text('saveTitle'));
    await popup.click('[role=combobox]');
    await popup.type('it');
    await popup.click('[role=option]');
    await popup.click(button(text('saveNow')));
    await shows(text('savedNew'));
    await logIn('marta', 'the second of marta');
    await waitForQuestion(text('updateTitle'));
    await popup.click(button(text('updateNow')));
    await shows(text('savedUpdate'));
  });

  await test.step('the shortcut fills the one item that matches', async () => {
    await site.goto(newSite.href);
    await expect(async () => {
      // Before the page has our content script there is nothing to fill; a person presses again.
      await pressFillShortcut(firefox);
      await expect
        .poll(() => site.value('#p'), { timeout: 1_000, intervals: [50] })
        .toBe('the second of marta');
    }).toPass({ timeout: 30_000 });
    expect(await site.value('#u')).toBe('marta');
  });

  await test.step('an item that is never filled is offered nowhere', async () => {
    await openPopup();
    const listed = { query: 'marta', tabId: null, offset: 0, limit: 9 };
    const [row] = (await askFor(popup, 'find', listed)).rows;
    const ref = { kind: 'item' as const, id: row?.id ?? '' };
    expect(await readContextMenu(firefox)).toContain(text('contextFill'));
    await askFor(popup, 'setItemRule', { ref, rule: 'never' });
    await expect.poll(() => readContextMenu(firefox)).toContain(text('contextNoMatch'));
    await askFor(popup, 'setItemRule', { ref, rule: 'default' });
    await expect.poll(() => readContextMenu(firefox)).toContain(text('contextFill'));
  });

  await test.step('a password is made for a new account, and is asked about', async () => {
    newSite.pathname = '/trial/sign-up-strict';
    await site.goto(newSite.href);
    await site.click('#m');
    await site.type('marta@norrsund.example');
    await site.click('#n');
    await chooseInMenu(site, text('menuGenerate'));
    await expect.poll(() => site.value('#n')).toMatch(/^[A-Za-z0-9]{8,12}$/);
    const made = await site.value('#n');
    expect(await site.value('#r')).toBe(made);
    const [row] = await askFor(popup, 'generatedRows', {});
    expect(row?.site).toBe(newSite.host);
    expect(await askFor(popup, 'revealGenerated', { id: row?.id ?? '' })).toBe(made);
    await site.click(button('Create account'));
    await waitForQuestion(text('saveTitle'));
    await shows(text('saveGenerated'));
    await popup.click(button(text('saveNot')));
    await expect.poll(() => askFor(popup, 'saveQuestion', { tabId: null })).toBeNull();
  });

  await test.step('what was typed into an item outlives the popup and the event page', async () => {
    await showList(firefox, popup);
    await popup.click('[role=combobox]');
    await popup.type('yard kiosk');
    await popup.until(
      async () => (await popup.text('[role=option]')).includes('yard kiosk'),
      'what was searched for',
    );
    await popup.click('[role=option]');
    await popup.click(`//button[@aria-label="${text('editItem')}"]`);
    await popup.click('[name=description]');
    await popup.type('typed and not saved');
    await popup.until(async () => (await askFor(popup, 'drafts', {})).length === 1, 'the draft');
    await firefox.endEventPage();
    await openPopup();
    await popup.click(button(text('draftContinue')));
    expect(await popup.value('[name=description]')).toContain('typed and not saved');
    const [draft] = await askFor(popup, 'drafts', {});
    await askFor(popup, 'discardDraft', { id: draft?.id ?? '' });
  });
});

test('F3: a server that asks is answered after a yes, once, in both schemes', async ({ world }) => {
  const { firefox, server, popup } = world;
  const { front: site } = firefox;
  const [account] = server.site.accounts;
  const guarded = (path: string) => new URL(`/guarded/${path}`, server.site.loginUrl).href;
  const welcomed = () => site.run<string>(`return document.querySelector('h1')?.textContent ?? ''`);
  const welcome = `Welcome, ${account.displayName}`;
  /** Leaves for a guarded page, without waiting for one to come. */
  const leaveFor = async (path: string) => {
    await site.goto(server.site.loginUrl);
    await site.run(`setTimeout(() => { location.href = arguments[0]; })`, [guarded(path)]);
  };
  const isAsking = async () => (await ownPlaces(firefox)).join().includes('?challenge=');
  const press = async (key: 'challengeOnce' | 'challengeRemember') => {
    const asked = await firefox.tabAt('?challenge=');
    await asked.click(`//label[contains(., "${account.login}")]//input`);
    const focus = `[...document.querySelectorAll('button')]
      .find(({ textContent }) => textContent === arguments[0])?.focus()`;
    await site.until(async () => {
      if (!(await isAsking())) return true;
      // An answer counts once the question has stood for a moment; the window closes by it.
      const pressing = asked.run(focus, [text(key)]).then(() => asked.type(enterKey));
      await pressing.catch(() => undefined);
      return false;
    }, 'the end of the question');
  };

  const switched = () =>
    popup.run(`return document.querySelector('#challenges')?.checked === true`);
  await popup.goto(`${firefox.origin}/src/options/index.html`);
  await popup.until(
    () => popup.run(`return document.querySelector('#challenges')?.disabled === false`),
    'the switch',
  );
  await popup.run(`document.querySelector('#challenges').scrollIntoView({ block: 'center' })`);
  await popup.click('#challenges');
  await expect.poll(async () => (await askFor(popup, 'settings', {})).answerChallenges).toBe(true);
  expect(await switched()).toBe(true);

  await leaveFor('Lab/basic');
  await press('challengeOnce');
  await expect.poll(welcomed).toBe(welcome);
  await leaveFor('Vault/digest');
  await press('challengeRemember');
  await expect.poll(welcomed).toBe(welcome);
  const realms = await askFor(popup, 'realms', {});
  expect(realms).toEqual([{ origin: new URL(server.site.url).origin, realm: 'Vault' }]);

  // A remembered one is not asked about again, here in the other scheme.
  await leaveFor('Vault/basic');
  await expect.poll(welcomed).toBe(welcome);

  // A wrong answer is given once; then the browser asks itself, and this page comes when that is closed.
  await leaveFor('locked/basic');
  await press('challengeOnce');
  await expect.poll(() => site.text('p')).toBe('Access denied.');
  expect(await isAsking()).toBe(false);
  // Node knows no names below localhost.
  const answers = guarded('locked/answers').replace('intranet.localhost', '127.0.0.1');
  expect(await (await fetch(answers)).text()).toBe('1');
});
