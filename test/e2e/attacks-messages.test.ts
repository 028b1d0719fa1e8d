/** Pages, frames and extensions that talk to ours, or look for it (C2 and C3 of the catalogue). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { requireBrowser } from '../../scripts/browser.ts';
import { pageParsers } from '../../src/background/handlers/page.ts';
import { popupParsers } from '../../src/background/handlers/popup/popup.ts';
import { shownMenu } from '../support/content/menu.ts';
import { ask, askFor } from './support/ask.ts';
import { expect, test, valuesIn } from './support/attacked.ts';
import { hearOut, sendFromPage } from './support/send-from-page.ts';

const popupPath = '/src/popup/index.html';

test('M1 M3: a compromised content script sends every call there is, and learns no secret', async ({
  world,
  tab,
}) => {
  const { extension, server, popup, mine } = world;
  await tab.goto(server.site.loginUrl);
  const { rows } = await askFor(popup, 'find', {
    query: '',
    tabId: null,
    offset: 0,
    limit: 100,
  });
  const other = rows.find(({ host }) => host !== '' && host !== mine.host);
  if (other === undefined) throw new Error('the demo data has no other site');
  const ref = { kind: 'item', id: mine.id };
  const labels = ['username', 'current-password', 'one-time-code'];
  // What a call could be asked with; each call of our pages gets all of it.
  const requests = [
    {},
    { ref },
    { ref, part: { part: 'password' } },
    { ref, index: 0 },
    { ref, attachmentId: 'x' },
    { ref, tabId: 1 },
    { query: '', tabId: null, offset: 0, limit: 100 },
    { secret: server.v4.masterPassword },
    { pin: '' },
  ];
  const own = Object.keys(popupParsers).flatMap((call) =>
    requests.map((request) => ({ channel: 'own', call, request })),
  );
  expect(own.length).toBeGreaterThan(200);
  expect(await sendFromPage(extension, tab, own)).toEqual(own.map(() => null));
  expect((await askFor(popup, 'status', {})).state).toBe('unlocked');

  const forged = [
    ['offers', { labels, asked: true, origin: 'https://evil.test' }],
    ['choose', { id: other.id, shortcutId: null }],
    ['choose', { id: mine.id, shortcutId: null, origin: server.site.url }],
    ['showItem', { id: other.id, shortcutId: null }],
    ['redeem', { grant: 'guessed', labels, spares: [], destinations: [] }],
    ['redeem', { grant: '', labels, spares: [], destinations: [] }],
    ['reveal', { ref, part: { part: 'password' } }],
    ['__proto__', {}],
    ['constructor', {}],
    ['hasOwnProperty', {}],
  ].map(([call, request]) => ({ channel: 'page', call, request }));
  for (const answer of await sendFromPage(extension, tab, forged)) {
    expect(answer).toMatchObject({ ok: false });
  }
  // Well-formed ones give names of what belongs here, and nothing more.
  const asked = Object.keys(pageParsers).flatMap((call) => [
    { channel: 'page', call, request: {} },
    { channel: 'page', call, request: { labels } },
    { channel: 'page', call, request: { labels, asked: true } },
  ]);
  const said = JSON.stringify(await sendFromPage(extension, tab, asked));
  for (const { password } of server.site.accounts) expect(said).not.toContain(password);
  expect(said).not.toContain(other.name);
  const strange = [
    { channel: 'offscreen', call: 'read', request: {} },
    { channel: 'frame', call: 'fill', request: { grant: 'x' } },
    null,
    'x',
    7,
    [],
    { channel: 'own' },
  ];
  expect(await sendFromPage(extension, tab, strange)).toEqual(strange.map(() => null));
  expect(await valuesIn(tab)).toEqual(['', '']);
  // A page may ask to be left alone, and has; the next attack needs the site as it was.
  const { host: site } = new URL(server.site.url);
  await askFor(popup, 'setSite', { site, offer: 'always', save: true });
});

test('M8: a flood from a page is cut off, and our own pages are answered meanwhile', async ({
  world,
  tab,
}) => {
  const { extension, server, popup } = world;
  await tab.goto(server.site.loginUrl);
  const flood = Array.from({ length: 1_000 }, () => ({
    channel: 'page',
    call: 'offers',
    request: { labels: ['username'], asked: false },
  }));
  const flooded = sendFromPage(extension, tab, flood);
  expect((await ask(popup, 'status', {})).ok).toBe(true);
  const answers = await flooded;
  const cut = answers.filter(
    (answer) => Object(Reflect.get(Object(answer), 'error')).code === 'rate-limited',
  );
  expect(cut.length).toBeGreaterThan(800);
  // A moment later the page is served as ever.
  await expect
    .poll(() => sendFromPage(extension, tab, flood.slice(0, 1)))
    .toMatchObject([{ ok: true }]);
});

test('U16: a flood of openPopup opens one popup at most, and none from a tab behind', async ({
  world,
  tab,
}) => {
  const { extension, server } = world;
  await tab.goto(server.site.loginUrl);
  const front = await extension.context.newPage();
  await front.goto('about:blank');
  await front.bringToFront();
  const count = () =>
    extension.inWorker(
      async () => (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length,
    );
  const flood = Array.from({ length: 20 }, () => ({
    channel: 'page',
    call: 'openPopup',
    request: {},
  }));
  await sendFromPage(extension, tab, flood);
  expect(await count()).toBe(0);
  await front.close();
  // In front it may, as its menu does for whoever wants to unlock; the browser shows one.
  await tab.bringToFront();
  const opened = await extension.popupOpenedBy(() => sendFromPage(extension, tab, flood));
  expect(await count()).toBe(1);
  // It may be gone before it has answered.
  await opened.evaluate('window.close()').catch(() => undefined);
  await opened.closed();
});

test('M5: look-alike messages of a page are heard by nobody', async ({ world, tab }) => {
  await tab.goto(world.server.site.loginUrl);
  await tab.getByLabel('User name').click();
  await expect.poll(() => shownMenu(tab)).not.toBeNull();
  await tab.evaluate((id) => {
    for (const channel of ['own', 'page', 'frame', 'offscreen']) {
      for (const call of ['fill', 'choose', 'redeem', 'closeMenu', 'status']) {
        const message = { channel, call, request: { id, shortcutId: null, grant: 'x' } };
        window.postMessage(message, '*');
        window.dispatchEvent(new CustomEvent('message', { detail: message }));
        document.dispatchEvent(new CustomEvent(call, { detail: message }));
        new BroadcastChannel(channel).postMessage(message);
      }
    }
  }, world.mine.id);
  await hearOut(world.extension, tab);
  expect(await valuesIn(tab)).toEqual(['', '']);
  expect(await shownMenu(tab)).not.toBeNull();
});

test('U12 U13 M11: no page can frame, fetch or open a file of ours, nor time one', async ({
  world,
  tab,
}) => {
  const { origin } = world.extension;
  const stranger = `chrome-extension://${'abcdefghijklmnop'.repeat(2)}`;
  await tab.goto(world.evil.page('<h1>probe</h1>'));
  const probe = await tab.evaluate(
    async ({ ours, other, paths }) => {
      const load = (make: () => HTMLElement) =>
        new Promise<string>((done) => {
          const element = make();
          element.addEventListener('load', () => done('load'));
          element.addEventListener('error', () => done('error'));
          document.body.append(element);
        });
      const image = (src: string) => load(() => Object.assign(new Image(), { src }));
      const script = (src: string) =>
        load(() => Object.assign(document.createElement('script'), { src }));
      const fetched = (url: string) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => 'read',
          (error) => String(error),
        );
      const outcomes: unknown[] = [];
      for (const path of paths) {
        for (const way of [image, script, fetched]) {
          outcomes.push([await way(ours + path), await way(other + path)]);
        }
      }
      const times: { ours: number[]; other: number[] } = { ours: [], other: [] };
      for (let round = 0; round < 60; round += 1) {
        for (const which of ['ours', 'other'] as const) {
          const started = performance.now();
          await fetched(`${which === 'ours' ? ours : other}/manifest.json?${round}`);
          times[which].push(performance.now() - started);
        }
      }
      const median = (all: number[]) => all.sort((a, b) => a - b)[30] ?? 0;
      return { outcomes, ours: median(times.ours), other: median(times.other) };
    },
    {
      ours: origin,
      other: stranger,
      paths: [
        '/manifest.json',
        popupPath,
        '/engine.js',
        '/icons/16.png',
        '/_locales/en/messages.json',
      ],
    },
  );
  for (const outcome of probe.outcomes) {
    const [ours, other] = outcome as [string, string];
    expect(ours).toBe(other);
    expect(ours).not.toMatch(/^(load|read)$/);
  }
  // Not told from an id that nobody has: within the noise of the clock.
  expect(probe.ours).toBeLessThan(probe.other * 3 + 1);
  expect(probe.other).toBeLessThan(probe.ours * 3 + 1);

  for (const path of [popupPath, '/src/options/index.html', '/src/offscreen/index.html']) {
    await tab.evaluate(
      (src) =>
        new Promise((onload) => {
          const frame = Object.assign(document.createElement('iframe'), { src, onload });
          document.body.replaceChildren(frame);
        }),
      origin + path,
    );
    const framed = tab.frames().filter((frame) => frame.url().startsWith(origin));
    expect(framed).toEqual([]);
  }
});

test('M10: a page without a focused login field cannot tell that we are there', async ({
  world,
  tab,
}) => {
  const look = () => {
    const own = (value: object) => Object.getOwnPropertyNames(value).sort();
    return {
      globals: own(window),
      document: own(document),
      html: document.documentElement.outerHTML,
      attributes: document.documentElement.getAttributeNames(),
      // Not paints and slow clicks: those come and go with the load of the machine.
      resources: ['navigation', 'resource', 'mark', 'measure'].flatMap((type) =>
        performance.getEntriesByType(type).map(({ name }) => name),
      ),
      frames: window.length,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      natives: [
        ...['addEventListener', 'dispatchEvent'].map((name) =>
          String(Reflect.get(EventTarget.prototype, name)),
        ),
        String(Element.prototype.attachShadow),
        String(HTMLInputElement.prototype.focus),
      ],
      chrome: own(Object(Reflect.get(window, 'chrome'))),
    };
  };
  const url = world.server.site.loginUrl;
  const plain = await chromium.launch({
    executablePath: requireBrowser('chromium'),
    args: ['--headless=new'],
  });
  try {
    const without = await plain.newPage();
    await without.goto(url);
    await tab.goto(url);
    for (const page of [without, tab]) await page.mouse.click(5, 5);
    await hearOut(world.extension, tab);
    const [theirs, ours] = [await without.evaluate(look), await tab.evaluate(look)];
    expect(ours).toEqual(theirs);
  } finally {
    await plain.close();
  }
});

test('M4: another extension gets no answer and no port', async ({ world }) => {
  const { extension } = world;
  const folder = mkdtempSync(join(tmpdir(), 'stranger-'));
  try {
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({ manifest_version: 3, name: 'Stranger', version: '1' }),
    );
    writeFileSync(join(folder, 'page.html'), '<!doctype html><title>stranger</title>');
    const origin = await extension.loadAnother(folder);
    const page = await extension.context.newPage();
    await page.goto(`${origin}/page.html`);
    const outcome = await page.evaluate(
      async (id) => {
        const message = { channel: 'own', call: 'status', request: {} };
        const sent = await chrome.runtime.sendMessage(id, message).then(
          (answer) => ['answer', answer],
          () => ['refused'],
        );
        const port = chrome.runtime.connect(id, { name: 'own' });
        const closed = await new Promise((done) => {
          port.onDisconnect.addListener(() => done('closed'));
          port.onMessage.addListener(() => done('heard'));
          setTimeout(() => done('open'), 3_000);
        });
        return [...sent, closed];
      },
      extension.origin.replace('chrome-extension://', ''),
    );
    expect(outcome).toEqual(['refused', 'closed']);
    await page.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
