/**
 * The detector over pages of our own, each hard in its own way, and over the same forms in many languages. A page names
 * what it expects in `data-expect`; every other input must stay without a label.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, test as base, chromium, expect } from '@playwright/test';
import { requireBrowser } from '../../scripts/browser.ts';
import { languages } from '../forms/languages.ts';
import { bundle } from '../support/content/bundle.ts';

/** Pages that the detector gets wrong today, with what is wrong. A page that comes right must leave the list. */
const knownFailures: Record<string, string> = {};

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
    async ({}, use) => use(await bundle('test/forms/scan.ts')),
    { scope: 'worker' },
  ],
  look: async ({ browserOfOurs, scan }, use) => {
    const page = await browserOfOurs.newPage();
    await use(async (html) => {
      await page.setContent(html);
      await page.waitForFunction(() => !document.documentElement.hasAttribute('data-wait'));
      return page.evaluate(lookAround, scan);
    });
    await page.close();
  },
});

/** Runs in the page: detects, and sets the labels beside the expected ones. */
function lookAround(scan: string): Seen {
  const { detect, isCredibleField } = new Function(`${scan}; return bundle`)();
  const closed: WeakMap<Element, ShadowRoot> = Reflect.get(window, 'closedRoots') ?? new WeakMap();
  const rootOf = (element: Element) => element.shadowRoot ?? closed.get(element) ?? null;
  const observer = new MutationObserver(() => {});
  observer.observe(document, { attributes: true, childList: true, subtree: true });
  const found: { element: HTMLInputElement; label: string }[] = detect(document, rootOf);
  const changes = observer.takeRecords().length;

  const inputs: HTMLInputElement[] = [];
  const walk = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement) inputs.push(element);
      const shadow = rootOf(element);
      if (shadow) walk(shadow);
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

function judge({ verdicts, changes }: Seen): void {
  expect(verdicts.filter(({ expected, got }) => expected !== got)).toEqual([]);
  expect(verdicts.filter(({ got, credible }) => got !== 'nothing' && !credible)).toEqual([]);
  expect(changes).toBe(0);
}

const folder = 'test/forms';
for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
  test(`labels ${file}`, async ({ look }) => {
    const reason = knownFailures[file];
    test.fail(reason !== undefined, reason);
    judge(await look(readFileSync(`${folder}/${file}`, 'utf8')));
  });
}

for (const [language, said] of Object.entries(languages)) {
  test(`reads ${language}`, async ({ look }) => {
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
      judge(await look(`<!doctype html><html lang="${language}">${form}</html>`));
  });
}
