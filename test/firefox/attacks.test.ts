/** The attacks of the catalogue in Firefox, where no page can be asked whether our menu is in plain view. */
import { popupParsers } from '../../src/background/handlers/popup/popup.ts';
import { popupPath } from '../e2e/support/chromium.ts';
import { searchProfile } from '../e2e/support/search-profile.ts';
import { text } from '../e2e/support/texts.ts';
import { loginForm, startHostileSite } from '../support/hostile-site.ts';
import { readContextMenu } from './support/browser-ui.ts';
import { expect, test } from './support/fixtures.ts';
import { button, signIn } from './support/sign-in.ts';
import { arrowDown, enterKey } from './support/tab.ts';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** In ms. Only time shows that nothing comes of itself; a menu is there after a tenth of it. */
const alone = 1_000;
const inputs = `return [...document.querySelectorAll('input')].map((input) => input.value)`;

test('F1 F2 F3 F4 F6 F7: pages and frames get nothing without an act', async ({ world }) => {
  const { firefox, server, popup } = world;
  const evil = await startHostileSite();
  const { front: site } = firefox;
  const { loginUrl } = server.site;
  const loaded = (frame: number) =>
    site.until(
      async () => (await site.run<string[]>(inputs, [], frame)).length === 2,
      `the form of frame ${frame}`,
    );
  try {
    await site.goto(loginUrl);
    await later(alone);
    expect(await site.run(inputs)).toEqual(['', '']);
    await site.goto(evil.page(`<iframe width="600" height="400" src="${loginUrl}"></iframe>`));
    await loaded(0);
    await site.clickAt({ x: 60, y: 120 });
    await site.run(`document.querySelector('input')?.focus()`, [], 0);
    await later(alone);
    expect(await site.run(inputs, [], 0)).toEqual(['', '']);
    const frames = [
      `<iframe src="${evil.page(loginForm)}"></iframe>`,
      `<iframe sandbox="allow-scripts allow-forms" src="${loginUrl}"></iframe>`,
      `<iframe src="data:text/html,${encodeURIComponent(loginForm)}"></iframe>`,
      `<iframe srcdoc='${loginForm}'></iframe>`,
    ];
    await site.goto(loginUrl);
    await site.run(`document.body.innerHTML = arguments[0]`, [frames.join('')]);
    for (const at of frames.keys()) await loaded(at);
    await later(alone);
    for (const at of frames.keys()) {
      expect(await site.run(inputs, [], at), `frame ${at}`).toEqual(['', '']);
    }
    expect(await popup.text('[role=option]')).not.toBe('');
  } finally {
    await evil.close();
  }
});

test('U9 M5 M7: what a page makes up is heard by nobody', async ({ world }) => {
  const { firefox, server, popup } = world;
  const { front: site } = firefox;
  await site.goto(server.site.loginUrl);
  // Names that shadow the platform, from before the menu comes.
  await site.run(`for (const name of ['documentElement', 'body', 'activeElement', 'querySelector']) {
    document.forms[0].append(Object.assign(document.createElement('img'), { name }));
  }`);
  await site.click('#username');
  await site.until(() => site.findMenuRow('Intranet'), 'the menu');
  await later(700);
  await site.run(`
    const host = Document.prototype.querySelectorAll.call(document, 'html > [popover]')[0];
    const { x, y } = host.getBoundingClientRect();
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
      host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: x + 40, clientY: y + 40 }));
    }
    host.click();
    for (const key of ['ArrowDown', 'Enter']) {
      document.getElementById('username').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    for (const channel of ['own', 'page', 'frame']) {
      window.postMessage({ channel, call: 'fill', request: { grant: 'x' } }, '*');
    }`);
  await later(800);
  expect(await site.run(inputs)).toEqual(['', '']);
  // Nothing was chosen either: no question waits in the popup.
  await popup.goto(`${firefox.origin}/${popupPath}?consent`);
  await popup.until(async () => (await popup.text('[role=option]')) !== '', 'the list');
});

test('U1 U2 U3 U4 U5 U6 U7 U8 U10 U11 U14: no click and no key in a page fills anything by itself', async ({
  world,
}) => {
  const { firefox, server } = world;
  const { front: site } = firefox;
  const disguises = [
    '',
    `document.documentElement.style.opacity = '0.01'`,
    `document.documentElement.style.maskImage = 'linear-gradient(transparent, transparent)'`,
    `document.querySelector('html > [popover]').style.setProperty('mask-image', 'linear-gradient(transparent, transparent)', 'important')`,
    `const cover = Object.assign(document.createElement('div'), { popover: 'manual' });
     cover.style.cssText = 'position: fixed; inset: 0; width: auto; height: auto; background: white; pointer-events: none';
     document.body.append(cover); cover.showPopover();`,
  ];
  for (const disguise of disguises) {
    await site.goto(server.site.loginUrl);
    await site.click('#username');
    const row = await site.until(() => site.findMenuRow('Intranet'), 'the menu');
    expect(
      await site.run(`return document.querySelector('html > [popover]').shadowRoot`),
    ).toBeNull();
    await site.run(disguise);
    await later(700);
    if (row !== null) await site.clickAt(row);
    await later(800);
    expect(await site.run(inputs), disguise).toEqual(['', '']);
    // The popup that asks came up over the page; a key of somebody who types is no answer to it.
    await site.type(enterKey);
    await site.type(arrowDown);
    await site.type(enterKey);
    await later(300);
    expect((await site.run<string[]>(inputs)).at(-1), disguise).toBe('');
  }
});

test('F12 F13 F14 F23: decoys and other fields stay empty, and nothing is sent', async ({
  world,
}) => {
  const { firefox, server, popup } = world;
  const { front: site } = firefox;
  const [, account] = server.site.accounts;
  await site.goto(server.site.loginUrl);
  await site.run(`
    const styles = ['display: none', 'opacity: 0.01', 'position: absolute; left: -9999px',
      'width: 1px; height: 1px; padding: 0; border: 0', 'visibility: hidden'];
    for (const style of styles) for (const type of ['text', 'password']) {
      const decoy = Object.assign(document.createElement('input'), { type, className: 'decoy', autocomplete: 'off' });
      decoy.name = type === 'text' ? 'user' : 'pass';
      decoy.style.cssText = style;
      document.querySelector('form').prepend(decoy);
    }
    for (const name of ['phone', 'street', 'card-number']) {
      document.querySelector('form').append(
        Object.assign(document.createElement('input'), { name, className: 'decoy' }));
    }`);
  await popup.goto(`${firefox.origin}/${popupPath}`);
  await popup.click('[role=combobox]');
  await popup.type('duty administrator');
  await popup.until(
    async () => (await popup.text('[role=option]')).includes('duty administrator'),
    'what was searched for',
  );
  // It belongs to the site in front, so Enter fills it there.
  await popup.type(enterKey);
  await site.until(async () => (await site.value('#password')) === account.password, 'the fill');
  expect(
    await site.run(
      `return [...document.querySelectorAll('.decoy')].map((decoy) => decoy.value).join('')`,
    ),
  ).toBe('');
  expect(await site.run('return location.href')).toBe(server.site.loginUrl);
});

test('M1 M2 M3 M8: a compromised content script learns no secret, by any call and from any frame', async ({
  world,
}) => {
  const { firefox, server, popup } = world;
  const { front: site } = firefox;
  await site.goto(server.site.loginUrl);
  await site.run(`
    document.body.append(Object.assign(document.createElement('iframe'), { src: location.href, sandbox: 'allow-scripts' }));
    return new Promise((loaded) => document.querySelector('iframe').addEventListener('load', loaded));`);
  /** Answers of each frame of the site, the top first; null where nobody answered. */
  const send = (messages: readonly object[]) =>
    popup.run<unknown[][]>(
      `return (async ([url, messages]) => {
        const { id: tabId } = (await browser.tabs.query({})).find((tab) => tab.url.startsWith(url));
        const run = await browser.scripting.executeScript({
          target: { tabId, allFrames: true },
          args: [messages],
          func: (all) => Promise.all(all.map((each) =>
            browser.runtime.sendMessage(each).then((answer) => answer ?? null, () => null))),
        });
        return run.sort((a, b) => a.frameId - b.frameId).map(({ result }) => result);
      })(arguments)`,
      [server.site.loginUrl, messages],
    );
  const ref = { kind: 'item', id: 'x' };
  const requests = [{}, { ref }, { ref, part: { part: 'password' } }, { query: '', tabId: null }];
  const own = Object.keys(popupParsers).flatMap((call) =>
    requests.map((request) => ({ channel: 'own', call, request })),
  );
  const silence = own.map(() => null);
  expect(await send(own)).toEqual([silence, silence]);

  const page = [
    { call: 'offers', request: { labels: ['username', 'current-password'], asked: true } },
    // Only the popup can say yes here.
    { call: 'choose', request: { id: 'x', shortcutId: null } },
    { call: 'redeem', request: { grant: 'x', labels: [], spares: [], destinations: [] } },
  ].map((each) => ({ channel: 'page', ...each }));
  const [top, sandboxed] = await send(page);
  expect(top).toMatchObject([
    { ok: true, value: { state: 'offers' } },
    { ok: false, error: { code: 'refused' } },
    { ok: false, error: { code: 'moved-on' } },
  ]);
  expect(sandboxed).toEqual([null, null, null]);
  for (const { password } of server.site.accounts) {
    expect(JSON.stringify(top)).not.toContain(password);
  }

  const flood = Array.from({ length: 300 }, () => ({
    ...page[0],
    request: { labels: [], asked: false },
  }));
  const [answers = []] = await send(flood);
  expect(JSON.stringify(answers)).toContain('rate-limited');
  expect(await popup.text('[role=option]')).not.toBe('');
});

test('D2: what content scripts could read in Firefox holds no secret', async ({ world }) => {
  const { server, popup } = world;
  const kept = await popup.run<string>(
    'return browser.storage.local.get(null).then((all) => JSON.stringify(all))',
  );
  const { apiKey, masterPassword } = server.v4;
  const secrets = [apiKey, masterPassword, ...server.site.accounts.map(({ password }) => password)];
  for (const secret of secrets) expect(kept).not.toContain(secret);
  const known = /^(settings|generator-rules|failures|last-places .*)$/;
  expect(Object.keys(JSON.parse(kept)).filter((key) => !known.test(key))).toEqual([]);
});

test('U12 U13 M10 M11: a page cannot tell that we are there', async ({ world }) => {
  const { firefox, server } = world;
  const { front: site, origin } = firefox;
  await site.goto(server.site.loginUrl);
  expect(
    await site.run(
      `return [document.documentElement.outerHTML.includes('popover'),
        performance.getEntries().filter(({ name }) => name.includes('moz-extension')).length]`,
    ),
  ).toEqual([false, 0]);
  const outcome = await site.run<string>(
    `return fetch(arguments[0], { mode: 'no-cors' }).then(() => 'read', () => 'refused')`,
    [`${origin}/manifest.json`],
  );
  expect(outcome).toBe('refused');
  const pages = [popupPath, 'src/options/index.html', 'engine.js'].map(
    (path) => `${origin}/${path}`,
  );
  const addresses = [server.site.loginUrl, ...pages];
  await site.run(
    `document.body.replaceChildren(...arguments[0].map((src) =>
       Object.assign(document.createElement('iframe'), { src })));`,
    [addresses],
  );
  await site.until(
    async () => (await site.run<string>('return document.URL', [], 0)) === addresses[0],
    'the frame that may be there',
  );
  // What the browser does not let in fires nothing.
  await later(alone);
  const shown: string[] = [];
  for (const at of addresses.keys()) {
    shown.push(await site.run<string>('return document.URL', [], at));
  }
  expect(shown[0]).toBe(server.site.loginUrl);
  expect(shown.filter((url) => url.startsWith(origin))).toEqual([]);
});

test('D1 D6: after a whole session no secret is in any file of the profile', async ({
  firefox,
  server,
}) => {
  const { front: site, profile } = firefox;
  const [, account] = server.site.accounts;
  const popup = await signIn(firefox, server);
  await site.goto(server.site.loginUrl);
  await popup.goto(`${firefox.origin}/${popupPath}`);
  await popup.click('[role=combobox]');
  await popup.type('duty administrator');
  await popup.until(
    async () => (await popup.text('[role=option]')).includes('duty administrator'),
    'what was searched for',
  );
  await popup.click('[role=option]');
  const press = (name: string) => popup.click(`//button[@aria-label="${name}"]`);
  await press(text('showLabel', text('password')));
  await press(text('copyLabel', text('password')));
  await popup.click(button(text('fill')));
  await site.until(async () => (await site.value('#password')) === account.password, 'the fill');
  const canaries = {
    'master password': server.v4.masterPassword,
    'API key': server.v4.apiKey,
    'password of an item': account.password,
    'secret of a one-time code': account.codeSecret ?? 'no secret',
  };
  expect(searchProfile(profile, canaries), 'unlocked').toEqual([]);
  await press(text('lockNow'));
  await popup.until(async () => (await popup.value('[name=secret]')) === '', 'the door');
  const unlock = [text('extensionName'), text('contextUnlock')];
  await expect.poll(() => readContextMenu(firefox)).toEqual(unlock);
  // Locked, the clipboard is ours no longer.
  await site.goto(server.site.loginUrl);
  await site.click('#username');
  await site.paste();
  expect(await site.value('#username')).not.toContain(account.password);
  await firefox.quit();
  expect(searchProfile(profile, canaries), 'locked and closed').toEqual([]);
  expect(searchProfile(profile, { control: 'latchkey' }).length).toBeGreaterThan(0);
});
