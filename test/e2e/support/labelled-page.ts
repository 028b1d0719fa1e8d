/** Drives a page whose inputs are marked with what they want (`data-expect`), as a person would fill it. */
import { expect, type Page } from '@playwright/test';
import { type CasesWorld, codesNow, kept } from './cases-world.ts';
import { addressOf, engineAnswers } from './engine.ts';
import { chooseInMenu } from './page-menu.ts';

const wanted = ['username', 'current-password', 'one-time-code'];
const marked = wanted.map((label) => `[data-expect=${label}]`).join();
const typed = ['submit', 'button', 'hidden', 'checkbox', 'image', 'radio'];
const inputs = `input${typed.map((type) => `:not([type=${type}])`).join('')}`;

type Box = {
  expected: string;
  value: string;
  before: string;
  seen: boolean;
  fixed: boolean;
  type: string;
};

/** Every input as the page's own scripts see it, open shadow roots included. */
function boxesOf(tab: Page, selector = inputs): Promise<Box[]> {
  return tab.locator(selector).evaluateAll((all) =>
    all
      .filter((input) => input instanceof HTMLInputElement)
      .map((input) => ({
        expected: input.dataset.expect ?? 'nothing',
        value: input.value,
        before: input.defaultValue,
        seen: input.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        fixed: input.readOnly,
        type: input.type,
      })),
  );
}

/**
 * Clicks every field that wants nothing of ours, which must offer no item, then each one that wants
 * something and is still empty, and chooses the item there. In the end each field in sight holds what it
 * wants and every other what it held before.
 */
export async function fillLabelled(world: CasesWorld, tab: Page): Promise<void> {
  await tab.waitForFunction(() => !document.documentElement.hasAttribute('data-wait'));
  await world.forget();
  await expectNoOffers(world, tab, `${inputs}:not(${marked})`);
  for (let round = 0; round < 20; round++) {
    const boxes = await boxesOf(tab, marked);
    const next = boxes.findIndex((box) => box.value === '' && isFillable(box));
    if (next < 0) break;
    // A note on what was filled before may lie over it.
    await tab.keyboard.press('Escape');
    const field = tab.locator(marked).nth(next);
    await field.click();
    await chooseInMenu(tab, kept.name);
    await expect(field).not.toHaveValue('');
    await steady(tab);
  }
  expect((await boxesOf(tab)).filter((box) => !isRight(box))).toEqual([]);
}

/** A number is no place for the name of our item. */
const isFillable = ({ expected, seen, fixed, type }: Box): boolean =>
  wanted.includes(expected) && seen && !fixed && type !== 'number';

function isRight(box: Box): boolean {
  const { expected, value, before } = box;
  if (!isFillable(box)) return value === before;
  if (expected === 'username') return value === kept.login;
  if (expected === 'current-password') return value === kept.password;
  return codesNow().some((code) => code === value || (value.length === 1 && code.includes(value)));
}

/** Decoys lie off the page, or are transparent or a pixel wide. */
function canBeClicked(field: Element): boolean {
  const { width, right } = field.getBoundingClientRect();
  return width > 4 && right > 0 && field.checkVisibility({ opacityProperty: true });
}

/** A click into each of these fields asks the worker for no item. */
export async function expectNoOffers(world: CasesWorld, tab: Page, selector: string) {
  let attended = false;
  for (const field of await tab.locator(selector).all()) {
    if (!(await field.evaluate(canBeClicked))) continue;
    // What offers to make a password at the field before may lie over this one.
    await expect(async () => {
      await tab.keyboard.press('Escape');
      await field.click({ timeout: 1_000 });
    }).toPass();
    // An engine that is there asks at once; while it is on its way, only the last click counts.
    if (!attended) attended = await settle(world, tab);
  }
  await settle(world, tab);
  expect(await world.asked()).not.toContain('offers');
}

/** Returns once the worker has heard whatever the last click made this tab ask; true where an engine is there. */
export async function settle({ extension, asked }: CasesWorld, tab: Page): Promise<boolean> {
  await tab.evaluate(() => null);
  if (!(await asked()).includes('engine')) return false;
  // An engine asks before it answers, and the worker hears a frame in its order.
  await expect.poll(() => extension.inWorker(engineAnswers, addressOf(tab))).toBe(true);
  return true;
}

/** Nothing has been written between two frames: a fill sets a field a task. */
async function steady(tab: Page): Promise<void> {
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        last = JSON.stringify(await boxesOf(tab));
        await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))));
        return last === before;
      },
      { intervals: [20] },
    )
    .toBe(true);
}

/** Opens a page, clicks its first input or another, and takes the item that the menu offers. */
export async function fillAt({ site }: CasesWorld, tab: Page, page: string, selector = 'input') {
  await tab.goto(site.url(page));
  await tab.locator(selector).first().click();
  await chooseInMenu(tab, kept.name);
}

/** What stands in every input that fits, as the page's own scripts see it. */
export const valuesOf = (tab: Page, selector = 'input') =>
  tab.locator(selector).evaluateAll((inputs) => inputs.map((input) => Reflect.get(input, 'value')));

export const expectValues = (tab: Page, values: readonly string[]) =>
  expect.poll(() => valuesOf(tab)).toEqual(values);
