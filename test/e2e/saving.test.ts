/** Offering to save what was typed in a page: for logins of every build, and only when they worked. */
import type { Page } from '@playwright/test';
import type { RunningServer } from '../server/start.ts';
import { askFor } from './support/ask.ts';
import { waitForEngine } from './support/engine.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { expect, test } from './support/shared.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

/** A trial page, on a host of its own, as each site has. */
function trial(server: RunningServer, name: string, word: string): string {
  const url = new URL(`/trial/${name}`, server.site.loginUrl);
  url.hostname = `${name}-${word}.localhost`;
  return url.href;
}

/** While the page stands still: a tab on its way has no address that is known here. */
async function tabOf(popup: Page, page: Page): Promise<number> {
  const url = page.url();
  return popup.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1, url);
}

/** What is asked over a tab; waits for it. */
async function offered(popup: Page, tabId: number) {
  const question = () => askFor(popup, 'saveQuestion', { tabId });
  await expect.poll(async () => (await question()) !== null, { timeout: 10_000 }).toBe(true);
  const asked = await question();
  if (asked === null) throw new Error('nothing is asked');
  return { ...asked, password: await askFor(popup, 'revealTyped', { id: asked.id }) };
}

/** Types as a person does: a click into each field, then keys. */
async function type(
  popup: Page,
  page: Page,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const frame = page.frames().find((each) => each.url().includes('?frame')) ?? page.mainFrame();
  for (const [name, value] of Object.entries(values)) {
    await frame.locator(`#${name}`).click();
    await waitForEngine(popup, page);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(value);
  }
}

/** Notes from now on what is kept of typed logins. Answers with the states that one of `origin` went through, `gone` last where nothing is left. */
async function hearKept(popup: Page): Promise<(origin: string) => Promise<readonly string[]>> {
  await popup.evaluate(() => {
    const kept: string[] = [];
    Object.assign(globalThis, { kept });
    chrome.storage.session.onChanged.addListener(({ 'typed-logins': change }) => {
      if (change !== undefined) kept.push(String(change.newValue ?? '[]'));
    });
  });
  return async (origin) => {
    const kept: readonly string[] = await popup.evaluate(() => Reflect.get(globalThis, 'kept'));
    type Typed = { readonly origin: string; readonly kind: string; readonly state: string };
    const states = kept.map((all) => {
      const here = (JSON.parse(all) as Typed[]).filter((each) => each.origin === origin);
      return here.find(({ kind }) => kind !== 'step')?.state ?? 'gone';
    });
    const typed = states.indexOf('typed');
    return typed < 0 ? [] : states.slice(typed).filter((each, at, all) => each !== all[at - 1]);
  };
}

type Trial = {
  readonly at: string;
  /** The page answers in the same document, which alone can say that it worked. */
  readonly stays?: true;
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
    stays: true,
    typed: [login],
    asks: { kind: 'login', login: 'marta' },
  },
  'a frame': {
    at: 'framed',
    stays: true,
    typed: [login],
    asks: { kind: 'login', login: 'marta' },
  },
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
  'a change of password that shows its form again': {
    at: 'change-again',
    typed: [{ p: 'the one before', n: password, r: password }],
    asks: { kind: 'change', login: '' },
  },
  'a change of password that stays in its page': {
    at: 'change-here',
    stays: true,
    typed: [{ p: 'the one before', n: password, r: password }],
    asks: { kind: 'change', login: '' },
  },
};

for (const [name, { at, typed, asks }] of Object.entries(trials)) {
  test(`what was typed into ${name} is offered when it worked`, async ({
    popup,
    site: page,
    server,
    word,
  }) => {
    await page.goto(trial(server, at, word));
    const tabId = await tabOf(popup, page);
    for (const step of typed) {
      await type(popup, page, step);
      await page.keyboard.press('Enter');
    }
    const { kind, draft, ...asked } = await offered(popup, tabId);
    expect({ kind, login: draft.login, password: asked.password }).toEqual({ ...asks, password });
  });
}

const wrong = 'a wrong one';

/** The same step, with a password that the page does not take. */
const mistaken = ({ u, m, ...secrets }: Readonly<Record<string, string>>) => ({
  ...(u ? { u } : {}),
  ...(m ? { m } : {}),
  ...Object.fromEntries(Object.keys(secrets).map((key) => [key, wrong])),
});

test('what did not work is not offered, whichever way the page says so', async ({
  popup,
  extension,
  server,
  word,
}) => {
  const refusals = ['login-denied', 'login-forward'].map((at) => ({ at, typed: [login] }));
  const statesOf = await hearKept(popup);
  const staying: Page[] = [];
  let stoodAt = 0;
  for (const { at, typed, ...more } of [...Object.values(trials), ...refusals]) {
    await test.step(at, async () => {
      const page = await extension.context.newPage();
      await page.goto(trial(server, at, word));
      const { origin } = new URL(page.url());
      for (const step of typed) {
        await type(popup, page, mistaken(step));
        await page.keyboard.press('Enter');
      }
      if ('stays' in more) {
        const frame = page.frames().at(-1);
        await expect(frame?.getByRole('alert') ?? page.locator('none')).toBeVisible();
        await expect.poll(() => statesOf(origin)).toEqual(['typed']);
        staying.push(page);
        stoodAt = Date.now();
        return;
      }
      // Looked at again and again until the page that came asks anew, it is dropped, and cannot come back.
      await expect
        .poll(async () => (await statesOf(origin)).at(-1), { timeout: 20_000 })
        .toBe('gone');
      // A page that forwards to its error looks for a moment as if it had worked.
      const states = at === 'login-forward' ? ['typed', 'offered', 'gone'] : ['typed', 'gone'];
      expect(states.join()).toContain((await statesOf(origin)).join());
      await page.close();
    });
  }
  // Nothing tells that a form that stays was looked at: that is done 0.4 and 1.2 seconds after it was sent, and
  // timers of a tab behind another one come up to a second late. The other pages have taken most of it.
  await expect.poll(() => Date.now() - stoodAt).toBeGreaterThan(2_500);
  for (const page of staying) {
    expect(await statesOf(new URL(page.url()).origin)).toEqual(['typed']);
    const tabId = await tabOf(popup, page);
    expect(await askFor(popup, 'saveQuestion', { tabId })).toBeNull();
  }
});

test('a generated password suits the page, is remembered, and is offered once', async ({
  popup,
  site: page,
  server,
  word,
}) => {
  await page.goto(trial(server, 'sign-up-strict', word));
  const tabId = await tabOf(popup, page);
  await type(popup, page, { m: 'marta@norrsund.example' });
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
  const asked = await offered(popup, tabId);
  expect(asked).toMatchObject({ kind: 'new', generated: true, password: value });
  expect(asked.draft.login).toBe('marta@norrsund.example');

  // Encrypted on the disk, and gone when told so.
  const onDisk = await popup.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  expect(onDisk).not.toContain(value);
  await askFor(popup, 'forgetGenerated', {});
  expect(await askFor(popup, 'generatedRows', {})).toEqual([]);
});
