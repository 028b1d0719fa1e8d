/** Offering to save what was typed in a page: for logins of every build, and only when they worked. */
import type { Page } from '@playwright/test';
import type { RunningServer } from '../server/start.ts';
import { askFor } from './support/ask.ts';
import { expect, test } from './support/fixtures.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { text } from './support/texts.ts';

const site = (server: RunningServer, name: string) =>
  new URL(`/trial/${name}`, server.site.loginUrl).href;

async function tabOf(popup: Page, page: Page): Promise<number> {
  const url = page.url();
  return popup.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1, url);
}

async function question(popup: Page, page: Page) {
  return askFor(popup, 'saveQuestion', { tabId: await tabOf(popup, page) });
}

/** What is asked over the page; waits for it. */
async function offered(popup: Page, page: Page) {
  await expect
    .poll(async () => (await question(popup, page)) !== null, { timeout: 10_000 })
    .toBe(true);
  const asked = await question(popup, page);
  if (asked === null) throw new Error('nothing is asked');
  return { ...asked, password: await askFor(popup, 'revealTyped', { id: asked.id }) };
}

/** Types as a person does: a click into each field, then keys. */
async function type(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  const frame = page.frames().find((each) => each.url().includes('?frame')) ?? page.mainFrame();
  for (const [name, value] of Object.entries(values)) {
    await frame.locator(`#${name}`).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(value);
  }
}

const settled = 3_000;

type Trial = {
  readonly at: string;
  /** Steps of fields, each sent with Enter. */
  readonly typed: readonly Readonly<Record<string, string>>[];
  readonly asks: { readonly kind: string; readonly login: string };
};

const password = 'S3cret of marta';
const login = { u: 'marta', p: password };
const trials: Readonly<Record<string, Trial>> = {
  'a form that is posted': { at: 'login', typed: [login], asks: { kind: 'login', login: 'marta' } },
  'two pages, one for each step': {
    at: 'first-step',
    typed: [{ u: 'marta' }, { p: password }],
    asks: { kind: 'login', login: 'marta' },
  },
  'a form that never leaves its page': {
    at: 'single-page',
    typed: [login],
    asks: { kind: 'login', login: 'marta' },
  },
  'a frame': { at: 'framed', typed: [login], asks: { kind: 'login', login: 'marta' } },
  'a sign-up that leads to the login': {
    at: 'sign-up',
    typed: [{ m: 'marta@norrsund.example', n: password, r: password }],
    asks: { kind: 'new', login: 'marta@norrsund.example' },
  },
  'a change of password': {
    at: 'change',
    typed: [{ p: 'the one before', n: password, r: password }],
    asks: { kind: 'change', login: '' },
  },
  'a change of password that stays in its page': {
    at: 'change-here',
    typed: [{ p: 'the one before', n: password, r: password }],
    asks: { kind: 'change', login: '' },
  },
};

for (const [name, { at, typed, asks }] of Object.entries(trials)) {
  test(`what was typed into ${name} is offered when it worked, and not before`, async ({
    popup,
    site: page,
    server,
  }) => {
    const wrong = ({ u, m, ...secrets }: Readonly<Record<string, string>>) => ({
      ...(u ? { u } : {}),
      ...(m ? { m } : {}),
      ...Object.fromEntries(Object.keys(secrets).map((key) => [key, 'a wrong one'])),
    });
    await page.goto(site(server, at));
    for (const step of typed) {
      await type(page, wrong(step));
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    }
    await page.waitForTimeout(settled);
    expect(await question(popup, page)).toBeNull();

    await page.goto(site(server, at));
    for (const step of typed) {
      await type(page, step);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    }
    const { kind, draft, ...asked } = await offered(popup, page);
    expect({ kind, login: draft.login, password: asked.password }).toEqual({ ...asks, password });
  });
}

for (const at of ['login-denied', 'login-forward']) {
  test(`a refusal by ${at} is no login`, async ({ popup, site: page, server }) => {
    await page.goto(site(server, at));
    await type(page, { u: 'marta', p: 'a wrong one' });
    await page.keyboard.press('Enter');
    await page.waitForTimeout(2 * settled);
    expect(await question(popup, page)).toBeNull();
    // Nor does it become one by going elsewhere.
    await page.goto(site(server, 'done'));
    await page.waitForTimeout(settled);
    expect(await question(popup, page)).toBeNull();
  });
}

test('a generated password suits the page, is remembered, and is offered once', async ({
  popup,
  site: page,
  server,
}) => {
  await page.goto(site(server, 'sign-up-strict'));
  await type(page, { m: 'marta@norrsund.example' });
  await page.locator('#n').click();
  await chooseInMenu(page, text('menuGenerate'));
  const made = page.locator('#n');
  await expect(made).toHaveValue(/^[A-Za-z0-9]{8,12}$/);
  const value = await made.inputValue();
  await expect(page.locator('#r')).toHaveValue(value);
  // Nothing of it stands in the page but in the two fields.
  expect(await page.content()).not.toContain(value);

  const [row] = await askFor(popup, 'generatedRows', {});
  expect(await askFor(popup, 'revealGenerated', { id: row?.id ?? '' })).toBe(value);
  expect(row?.site).toBe(new URL(page.url()).host);

  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/login');
  const asked = await offered(popup, page);
  expect(asked).toMatchObject({ kind: 'new', generated: true, password: value });
  expect(asked.draft.login).toBe('marta@norrsund.example');

  // Encrypted on the disk, and gone when told so.
  const onDisk = await popup.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  expect(onDisk).not.toContain(value);
  await askFor(popup, 'forgetGenerated', {});
  expect(await askFor(popup, 'generatedRows', {})).toEqual([]);
});
