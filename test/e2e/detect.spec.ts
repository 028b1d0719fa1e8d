/**
 * The detector over pages of our own, each hard in its own way, and over the same forms in many languages. A page names
 * what it expects in `data-expect`; every other input must stay without a label.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, test as base, chromium, expect } from '@playwright/test';
import { requireBrowser } from '../../scripts/browser.ts';
import { abroad } from '../pages/labelled/abroad.ts';
import { codes } from '../pages/labelled/codes.ts';
import { fresh } from '../pages/labelled/fresh.ts';
import { gathered } from '../pages/labelled/gathered.ts';
import { idioms } from '../pages/labelled/idioms.ts';
import { languages } from '../pages/labelled/languages.ts';
import { marked } from '../pages/labelled/marks.ts';
import { products } from '../pages/labelled/products.ts';
import { published } from '../pages/labelled/published.ts';
import { sites } from '../pages/labelled/sites.ts';
import { software } from '../pages/labelled/software.ts';
import { strangers } from '../pages/labelled/strangers.ts';
import { unmet } from '../pages/labelled/unmet.ts';
import { unseen } from '../pages/labelled/unseen.ts';
import { whole } from '../pages/labelled/whole.ts';
import { bundle } from '../support/content/bundle.ts';

/** Forms that the detector gets wrong today. One that comes right must leave the list. */
const wrongToday: readonly string[] = [
  'notebook server',
  'Wi-Fi of a hotel',
  'Swedish, called a login',
  'Ukrainian, button of a login',
  'install, make a database',
  'forgot, Turkish',
  'game panel, code beside the password',
  'letters for names, submit',
  'NukeViet, login in three steps',
  'Webogram, number',
  'Webogram, code',
  'G-Esport, SMS code in a box called email',
  'RainLoop, verification code',
  'Cha Oreum, find the password, Korean',
  'PocketBase, id and one-time password',
  'Mila, telephone and digits of a call, Russian',
  'NodeBB, backup code, Italian',
  'Red Rose School, token of an application, Bengali',
  'it4all, activation of an account, Dutch',
  'CAS, token of an app',
  'mail of a health service, PIN of four, Greek',
  'Tenda router, password in plain sight, Chinese',
  'shoes, password as text in the header, Lithuanian',
  'code of a machine typed by hand, Romanian',
  'receipt to check by its mark, Arabic',
  'bank, password in plain sight, French',
  'ES-FORM, first password of the administrator, Japanese',
  'system, the old one in plain sight, Chinese',
  'user name alone for a random one, Italian',
  'mailing list, a new one issued, Japanese',
  'CMS, code of a phone behind dots, Chinese',
];

type Verdict = { input: string; expected: string; got: string; credible: boolean };
type Seen = { verdicts: Verdict[]; changes: number };

type Fixtures = { look(html: string): Promise<Seen> };
type WorkerFixtures = { browserOfOurs: Browser; scan: string };

const test = base.extend<Fixtures, WorkerFixtures>({
  browserOfOurs: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: requireBrowser('chromium') });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  scan: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => use(await bundle('test/pages/labelled/scan.ts')),
    { scope: 'worker' },
  ],
  look: async ({ browserOfOurs, scan }, use) => {
    const page = await browserOfOurs.newPage();
    await use((html) => page.evaluate(lookAround, { html, scan }));
    await page.close();
  },
});

/**
 * Runs in the page: writes another one in its place, detects, and sets the labels beside the expected ones. In one go,
 * because there are more than a thousand: each question of the runner takes longer than this.
 */
async function lookAround({ html, scan }: { html: string; scan: string }): Promise<Seen> {
  const { open, write, close } = Document.prototype;
  // The name stands for two methods, and `call` would be typed as the other one.
  Reflect.apply(open, document, []);
  const loaded = new Promise((done) => addEventListener('load', done, { once: true }));
  write.call(document, html);
  close.call(document);
  await loaded;
  while (document.documentElement.hasAttribute('data-wait')) {
    await new Promise(requestAnimationFrame);
  }
  const { detect, isCredibleField } = new Function(`${scan}; return bundle`)();
  const closed: WeakMap<Element, ShadowRoot> = Reflect.get(window, 'closedRoots') ?? new WeakMap();
  const rootOf = (element: Element) => element.shadowRoot ?? closed.get(element) ?? null;
  const observer = new MutationObserver(() => {});
  observer.observe(document, { attributes: true, childList: true, subtree: true });
  const found: { element: HTMLInputElement; label: string }[] = detect(document, rootOf);
  const changes = observer.takeRecords().length;

  const inputs: HTMLInputElement[] = [];
  const walk = (root: Document | ShadowRoot) => {
    // A page of ours names a form after every method of its document.
    const { querySelectorAll } = root instanceof Document ? Document.prototype : root;
    for (const element of querySelectorAll.call(root, '*')) {
      if (element instanceof HTMLInputElement) inputs.push(element);
      const shadow = rootOf(element);
      if (shadow instanceof ShadowRoot) walk(shadow);
    }
  };
  walk(document);
  const verdicts = inputs.map((element) => ({
    input: element.outerHTML,
    expected: element.dataset.expect ?? 'nothing',
    got:
      found
        .filter((one) => one.element === element)
        .map(({ label }) => label)
        .join() || 'nothing',
    credible: isCredibleField(element),
  }));
  return { verdicts, changes };
}

function judge({ verdicts, changes }: Seen, page: string): void {
  expect(
    verdicts.filter(({ expected, got }) => expected !== got),
    page,
  ).toEqual([]);
  expect(
    verdicts.filter(({ got, credible }) => got !== 'nothing' && !credible),
    page,
  ).toEqual([]);
  expect(changes, page).toBe(0);
}

const folder = 'test/pages/labelled';

test('labels the pages of the folder', async ({ look }) => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html')))
    judge(await look(readFileSync(`${folder}/${file}`, 'utf8')), file);
});

for (const [kind, forms] of Object.entries({
  software,
  idioms,
  products,
  sites,
  whole,
  strangers,
  abroad,
  published,
  gathered,
  unseen,
  codes,
  fresh,
  unmet,
})) {
  test(`labels the forms of ${kind}`, async ({ look }) => {
    const wrong: string[] = [];
    for (const [name, html] of Object.entries(forms)) {
      const { verdicts } = await look(`<!doctype html><meta charset="utf-8">${marked(html)}`);
      for (const { input, expected, got } of verdicts)
        if (expected !== got) wrong.push(`${name}: ${expected} expected, ${got} found, ${input}`);
    }
    const known = wrongToday.filter((name) => name in forms);
    expect(wrong.filter((line) => !known.some((name) => line.startsWith(name)))).toEqual([]);
    expect(known.filter((name) => !wrong.some((line) => line.startsWith(name)))).toEqual([]);
  });
}

test('labels a login whose page is named like everything it is read by', async ({ look }) => {
  const { verdicts } = await look(`<!doctype html><title>Shop</title><div id="names"></div>
    <form><div id="inputs"></div><h1>Sign in</h1><input name="user" data-expect="username">
    <input type="password" data-expect="current-password"><button>Sign in</button><a href="/lost">Forgot?</a></form>
    <script>
      const namesOf = (...types) => [...new Set(types.flatMap((type) => Object.getOwnPropertyNames(type.prototype)))];
      const add = (place, tag, names) => place.append(...names.map((name) => Object.assign(document.createElement(tag), { name, hidden: true })));
      add(document.querySelector('#inputs'), 'input', namesOf(HTMLFormElement, HTMLElement, Element, Node, EventTarget));
      add(document.querySelector('#names'), 'form', namesOf(Document, Node).filter((name) => name !== 'documentElement'));
    </script>`);
  expect(verdicts.length).toBeGreaterThan(300);
  expect(verdicts.filter(({ expected, got }) => expected !== got)).toEqual([]);
});

test('reads every language', async ({ look }) => {
  for (const [language, said] of Object.entries(languages)) {
    const field = (label: string, expected = '', type = 'text') =>
      `<p><label>${label} <input type="${type}" ${expected && `data-expect="${expected}"`}></label></p>`;
    const forms = [
      `<form>${field(said.user, 'username')}${field(said.password, 'current-password', 'password')}
        <a href="/1">${said.forgot}</a> <button>${said.login}</button> <a href="/2">${said.signup}</a></form>`,
      `<form>${field('E-mail')}${field(said.password, 'new-password', 'password')}<button>${said.signup}</button></form>`,
      `<form>${field('E-mail')}${field(said.password, 'new-password', 'password')}
        ${field(said.repeat, 'new-password', 'password')}<button>OK</button></form>`,
      `<h1>${said.login}</h1><form>${field(said.user, 'username')}<button>${said.next}</button></form>`,
      `<form>${field(said.code, 'one-time-code')}<button>${said.next}</button></form>`,
      `<form>${field(said.search)}<button>${said.search}</button></form>
        <a href="/1">${said.login}</a> <a href="/2">${said.signup}</a>`,
    ];
    for (const form of forms)
      judge(await look(`<!doctype html><html lang="${language}">${form}</html>`), language);
  }
});
