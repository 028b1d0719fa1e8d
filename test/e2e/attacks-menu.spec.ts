/** Pages that lead the user's own clicks and keys into our menu (C2 of the catalogue). */
import { shownMenu } from '../support/content/menu.ts';
import { choose, expect, login, menuIn, test } from '../support/content/test.ts';

test.beforeEach(({ say }) => say({}));

const chosen = (log: readonly { call: string }[]) => log.some(({ call }) => call === 'choose');
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** In ms. Only time lets a menu be old enough for a choice to count (`dwell`): none of these fails for that. */
const oldEnough = 800;
/** In ms. Only time shows that a choice was refused: the guard looks again 200 ms after it, and says nothing. */
const judged = 400;

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
  const [row] = menu.rows;
  await tab.mouse.move(row?.x ?? 0, row?.y ?? 0);
  await tab.mouse.down();
  await tab.mouse.up();
  await later(judged);
  expect(chosen(await log())).toBe(false);
  await expect(tab.getByLabel('Password')).toHaveValue('');
});

test('U7: a field that is brought under the pointer fills nothing', async ({ tab, site, log }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  const menu = await menuIn(tab);
  const [row] = menu.rows;
  const x = 600;
  await tab.evaluate(
    ({ dx }) => {
      addEventListener('pointermove', ({ clientX }) => {
        if (clientX > 500) document.body.style.marginLeft = `${dx}px`;
      });
    },
    { dx: x - (row?.x ?? 0) },
  );
  await later(oldEnough);
  await tab.mouse.move(x, row?.y ?? 0);
  // The browser reports what moved after that time.
  await later(100);
  await tab.mouse.down();
  await tab.mouse.up();
  await later(judged);
  expect(chosen(await log())).toBe(false);
});

test('U10: keys of somebody who types in the page choose nothing', async ({ tab, site, log }) => {
  await tab.goto(site.url('formless.html'));
  const field = tab.locator('input').first();
  await field.click();
  await menuIn(tab);
  // The menu has no focus of its own: Enter and letters belong to the page.
  await tab.keyboard.press('Enter');
  await later(judged);
  expect(chosen(await log())).toBe(false);
  // Down into it and Enter, faster than anybody reads.
  await tab.keyboard.press('Escape');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('Enter');
  expect(chosen(await log())).toBe(false);
  // An Enter that is held down repeats, and repeats count for nothing, however long.
  await tab.keyboard.press('Escape');
  await tab.keyboard.press('ArrowDown');
  await menuIn(tab);
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.down('Enter');
  for (let beat = 0; beat < 10; beat += 1) {
    // As a keyboard repeats.
    await later(100);
    await tab.keyboard.down('Enter');
  }
  await tab.keyboard.up('Enter');
  expect(chosen(await log())).toBe(false);
});

test('U11: the second click of a double click on a page chooses nothing', async ({
  tab,
  site,
  log,
}) => {
  await tab.goto(site.url('plain.html'));
  const field = tab.getByLabel('User name');
  await field.click();
  const menu = await menuIn(tab);
  await tab.keyboard.press('Escape');
  await tab.getByRole('heading').click();
  // The first click brings the menu where the second one lands.
  await tab.evaluate(() => {
    addEventListener('pointerdown', () => document.querySelector('input')?.focus());
  });
  const [row] = menu.rows;
  await tab.mouse.dblclick(row?.x ?? 0, row?.y ?? 0);
  await later(judged);
  expect(chosen(await log())).toBe(false);
  await expect(tab.getByLabel('Password')).toHaveValue('');
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
  await tab.mouse.click(first?.x ?? 0, first?.y ?? 0);
  await choose(tab);
  await expect
    .poll(async () => (await fields()).map(({ value }) => value))
    .toEqual([login.values.username, login.values.password]);
  expect(await shownMenu(tab)).toBeNull();
  expect(errors).toEqual([]);
});
