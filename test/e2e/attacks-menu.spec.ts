/** Pages that lead the user's own clicks and keys into our menu (C2 of the catalogue). */
import type { Page } from '@playwright/test';
import { type Row, shownMenu } from '../support/content/menu.ts';
import { choose, chooseByKey, expect, login, menuIn, test } from '../support/content/test.ts';

test.beforeEach(({ say }) => say({}));

const isChosen = (log: readonly { call: string }[]) => log.some(({ call }) => call === 'choose');
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** In ms. How old a menu is before a choice in it counts, as `prompt/guard.ts` has it. */
const dwell = 500;
/** In ms. Only time lets a menu be that old: no choice below fails for its youth. */
const oldEnough = 800;
/** In ms. Only time shows that a choice was refused: the guard looks again 200 ms after it, and says nothing. */
const judged = 400;

/** In ms of the page's clock: since when our menu has stood there, and stood still. It is younger than it says, never older. */
const ageOf = (tab: Page): Promise<number> =>
  tab.evaluate(() => performance.now() - Reflect.get(window, 'menuAt'));

/**
 * Opens a page and its menu, and does something before the menu has been there for the dwell: with a page
 * opened anew, where the machine was too slow for that.
 */
async function whileYoung(
  { tab, say }: { tab: Page; say: (script: { log: [] }) => Promise<void> },
  { url, open, act }: { url: string; open: () => Promise<unknown>; act: () => Promise<unknown> },
): Promise<void> {
  await expect(async () => {
    // What was chosen late in the page before is heard of no more once that is left.
    await tab.goto('about:blank');
    await say({ log: [] });
    await tab.goto(url);
    await tab.evaluate(() => {
      const note = () => Object.assign(window, { menuAt: performance.now() });
      // The first one only: a note may follow it.
      new MutationObserver((_records, observer) => {
        note();
        observer.disconnect();
      }).observe(document.documentElement, { childList: true });
      Object.assign(window, { noteMenu: note });
    });
    await open();
    await tab.waitForFunction(() => document.querySelector('html > [popover]'));
    await act();
    expect(await ageOf(tab)).toBeLessThan(dwell);
  }).toPass({ intervals: [100] });
}

/** A click that the browser has before it has answered to the move: all of it in one go. */
const clickAt = ({ mouse }: Page, row: Row | undefined) =>
  Promise.all([mouse.move(row?.x ?? 0, row?.y ?? 0), mouse.down(), mouse.up()]);

test('U8: a menu that was covered until the click fills nothing', async ({ tab, site, log }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  const menu = await menuIn(tab);
  await tab.evaluate(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText =
      'position: fixed; inset: 0; width: auto; height: auto; border: 0; background: white';
    cover.textContent = 'Click anywhere to go on';
    document.body.append(cover);
    cover.showPopover();
    // Away in the very instant before the press, so that the click goes through.
    addEventListener('pointermove', ({ clientX }) => clientX > 1 && cover.remove(), true);
  });
  await later(oldEnough);
  await clickAt(tab, menu.rows[0]);
  await later(judged);
  expect(isChosen(await log())).toBe(false);
  await expect(tab.getByLabel('Password')).toHaveValue('');
});

test('U7: a field that is brought under the pointer fills nothing', async ({
  tab,
  site,
  say,
  log,
}) => {
  const x = 600;
  await whileYoung(
    { tab, say },
    {
      url: site.url('plain.html'),
      open: () => tab.getByLabel('User name').click(),
      async act() {
        const [row] = (await menuIn(tab)).rows;
        await tab.evaluate(
          ({ dx }) => {
            addEventListener('pointermove', ({ clientX }) => {
              if (clientX <= 500) return;
              document.body.style.marginLeft = `${dx}px`;
              // It follows at the next frame, and is as young as that.
              Reflect.get(window, 'noteMenu')();
            });
          },
          { dx: x - (row?.x ?? 0) },
        );
        await later(oldEnough);
        await tab.mouse.move(x, row?.y ?? 0);
        // The browser reports what moved after that time.
        await later(100);
        await Promise.all([tab.mouse.down(), tab.mouse.up()]);
      },
    },
  );
  await later(judged);
  expect(isChosen(await log())).toBe(false);
});

test('U10: keys of somebody who types in the page choose nothing', async ({
  tab,
  site,
  say,
  log,
}) => {
  const url = site.url('formless.html');
  const { keyboard } = tab;
  await tab.goto(url);
  await tab.locator('input').first().click();
  await menuIn(tab);
  // The menu has no focus of its own: Enter and letters belong to the page.
  await keyboard.press('Enter');
  await later(judged);
  expect(isChosen(await log())).toBe(false);
  // Down into it and Enter, faster than anybody reads.
  await whileYoung(
    { tab, say },
    {
      url,
      async open() {
        await keyboard.up('Enter');
        await tab.locator('input').first().click();
      },
      act: () => Promise.all([keyboard.press('ArrowDown'), keyboard.down('Enter')]),
    },
  );
  // An Enter that is held down repeats, and repeats count for nothing, however long.
  while ((await ageOf(tab)) < dwell + judged) await keyboard.down('Enter');
  expect(isChosen(await log())).toBe(false);
  await keyboard.up('Enter');
  // The menu stood there all the time: a press of its own counts.
  await chooseByKey(tab, log);
});

test('U11: the second click of a double click on a page chooses nothing', async ({
  tab,
  site,
  say,
  log,
}) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  const [row] = (await menuIn(tab)).rows;
  await whileYoung(
    { tab, say },
    {
      url: site.url('plain.html'),
      async open() {
        // The first click brings the menu where the second one lands.
        await tab.evaluate(() => {
          addEventListener('mousedown', (event) => {
            event.preventDefault();
            document.querySelector('input')?.focus();
          });
        });
        await clickAt(tab, row);
      },
      act: () => Promise.all([tab.mouse.down({ clickCount: 2 }), tab.mouse.up({ clickCount: 2 })]),
    },
  );
  await later(judged);
  expect(isChosen(await log())).toBe(false);
  await expect(tab.getByLabel('Password')).toHaveValue('');
  // It lay there: a click that comes later counts.
  await choose(tab);
  expect(isChosen(await log())).toBe(true);
});

test('U14: no menu has a field to type into, and a locked one asks for no secret', async ({
  tab,
  site,
  say,
}) => {
  for (const offers of [login.offers, { state: 'locked' } as const]) {
    await say({ offers });
    await tab.goto(site.url('plain.html'));
    await tab.getByLabel('User name').click();
    await menuIn(tab);
    const session = await tab.context().newCDPSession(tab);
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    // The page has two fields; the browser's own parts of them have none.
    const fields = JSON.stringify(root).match(/"nodeName":"(INPUT|TEXTAREA|FORM|IFRAME)"/g) ?? [];
    const own = await tab.locator('input, textarea, form, iframe').count();
    expect(fields.length).toBe(own);
    await session.detach();
  }
});

test('M7: names of a page that shadow the platform change nothing', async ({ tab, site }) => {
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(site.url('clobber.html'));
  // Playwright's own locators fall for it, so the fields are clicked and read by hand.
  const fields = () =>
    tab.evaluate(() => {
      const all = Document.prototype.querySelectorAll.call(document, 'label input');
      return [...all].map((field) => {
        const { x, y } = Element.prototype.getBoundingClientRect.call(field);
        return { x: x + 5, y: y + 5, value: String(Reflect.get(field, 'value')) };
      });
    });
  const [first] = await fields();
  await expect(async () => {
    // A document that was not painted yet hears no click.
    await tab.mouse.click(first?.x ?? 0, first?.y ?? 0);
    await expect.poll(() => shownMenu(tab), { timeout: 1_000 }).not.toBeNull();
  }).toPass();
  await choose(tab);
  await expect
    .poll(async () => (await fields()).map(({ value }) => value))
    .toEqual([login.values.username, login.values.password]);
  expect(await shownMenu(tab)).toBeNull();
  expect(errors).toEqual([]);
});
