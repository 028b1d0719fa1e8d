/** The menu at a field: when it shows, who can use it, and what the page gets to know. */
import type { Page } from '@playwright/test';
import { shownMenu } from '../support/content/menu.ts';
import { choose, chooseByKey, expect, login, menuIn, test } from '../support/content/test.ts';

test.beforeEach(({ say }) => say({}));

/** Settles whatever is on its way between page, worker and engine, by asking for one more answer. */
async function settled(tab: Page, log: () => Promise<{ call: string }[]>): Promise<void> {
  const count = async () => (await log()).length;
  let last = -1;
  await expect
    .poll(async () => {
      const before = last;
      last = await count();
      await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))));
      return last === before;
    })
    .toBe(true);
}

test('rows show name and login below the field, leading edge on leading edge', async ({
  tab,
  site,
}) => {
  await tab.goto(site.url('plain.html'));
  const field = await tab.getByLabel('User name').boundingBox();
  await tab.getByLabel('User name').click();
  const menu = await menuIn(tab);
  expect(menu.rows.map(({ texts }) => texts)).toEqual([
    ['Payroll', 'anna'],
    ['Payroll, admin', 'root'],
  ]);
  expect(menu.box.top).toBeGreaterThan((field?.y ?? 0) + (field?.height ?? 0));
  expect(Math.abs(menu.box.left - (field?.x ?? 0))).toBeLessThan(2);
});

test('a locked vault shows one row, which opens the popup', async ({ tab, site, say, log }) => {
  await say({ offers: { state: 'locked' } });
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  expect((await menuIn(tab)).rows.map(({ texts }) => texts)).toEqual([
    ['Locked — unlock Latchkey'],
  ]);
  await choose(tab);
  await expect.poll(async () => (await log()).at(-1)?.call).toBe('openPopup');
});

test('more items than fit are counted, and the row opens the popup', async ({
  tab,
  site,
  say,
  log,
}) => {
  await say({ offers: { ...login.offers, more: 7 } });
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  expect((await menuIn(tab)).rows.at(-1)?.texts).toEqual(['7 more in the popup']);
  await choose(tab, 2);
  await expect.poll(async () => (await log()).at(-1)?.call).toBe('openPopup');
});

test('U8 U11: a choice in the first half second does not count', async ({ tab, site, log }) => {
  await tab.goto(site.url('plain.html'));
  await tab.evaluate(() => {
    new MutationObserver((_records, observer) => {
      document.title = String(Date.now());
      observer.disconnect();
    }).observe(document.documentElement, { childList: true });
  });
  await tab.getByLabel('User name').click();
  const menu = await menuIn(tab);
  const [row] = menu.rows;
  // As fast as the mouse can click, until one click counts.
  await expect(async () => {
    await tab.mouse.click(row?.x ?? 0, row?.y ?? 0, { clickCount: 1 });
    expect((await log()).map(({ call }) => call)).toContain('choose');
  }).toPass({ intervals: [10] });
  const shown = Number(await tab.title());
  const chosen = (await log()).find(({ call }) => call === 'choose');
  expect((chosen?.at ?? 0) - shown).toBeGreaterThanOrEqual(500);
});

test('arrow down enters the list, Enter chooses, and the page hears nothing of it', async ({
  tab,
  site,
  log,
}) => {
  await tab.goto(site.url('spying.html'));
  await tab.locator('input').first().click();
  await menuIn(tab);
  await tab.evaluate('heard.length = 0');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowDown');
  await chooseByKey(tab, log);
  await expect.poll(() => tab.locator('input').last().inputValue()).toBe(login.values.password);
  const choice = (await log()).find(({ call }) => call === 'choose');
  expect(choice?.request).toEqual({ id: 'i2', shortcutId: 's2' });
  const heard = await tab.evaluate<string[]>('heard');
  expect(
    heard.filter((line) => /Arrow|Enter|click|mouse|pointer|submit|DIV|HTML/.test(line)),
  ).toEqual([]);
});

test('a click in the menu is no click on the page', async ({ tab, site }) => {
  await tab.goto(site.url('spying.html'));
  await tab.locator('input').first().click();
  await menuIn(tab);
  await tab.evaluate('heard.length = 0');
  await choose(tab);
  await expect.poll(() => tab.locator('input').last().inputValue()).toBe(login.values.password);
  const heard = await tab.evaluate<string[]>('heard');
  expect(heard.filter((line) => /click|mouse|pointer/.test(line))).toEqual([]);
});

test('Escape closes, arrow down opens again, and typing closes', async ({ tab, site }) => {
  await tab.goto(site.url('plain.html'));
  const field = tab.getByLabel('User name');
  await field.click();
  await menuIn(tab);
  await tab.keyboard.press('Escape');
  expect(await shownMenu(tab)).toBeNull();
  await tab.keyboard.press('ArrowDown');
  await menuIn(tab);
  await tab.keyboard.press('a');
  await expect.poll(() => shownMenu(tab)).toBeNull();
  await expect(field).toHaveValue('a');
  await expect(field).toBeFocused();
});

test('a letter typed in the list goes into the field', async ({ tab, site }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  await menuIn(tab);
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('b');
  await expect(tab.getByLabel('User name')).toHaveValue('b');
  expect(await shownMenu(tab)).toBeNull();
});

test('Tab brings the menu, and Tab again goes on', async ({ tab, site }) => {
  await tab.goto(site.url('plain.html'));
  await tab.keyboard.press('Tab');
  await menuIn(tab);
  await tab.keyboard.press('Tab');
  await expect(tab.getByLabel('Password')).toBeFocused();
  // Inside a shadow root no focus event tells that the focus has moved on.
  await tab.goto(site.url('shadow.html?mode=open'));
  await tab.locator('input').first().click();
  const { box } = await menuIn(tab);
  await tab.keyboard.press('Tab');
  await expect.poll(async () => (await shownMenu(tab))?.box.left).toBeGreaterThan(box.left);
});

test('a field that the page focuses gets no menu until the user clicks it', async ({
  tab,
  site,
  log,
}) => {
  await tab.goto(site.url('self-focus.html'));
  await expect(tab.locator('input').first()).toBeFocused();
  await settled(tab, log);
  expect(await log()).toEqual([]);
  expect(await shownMenu(tab)).toBeNull();
  await tab.getByRole('button').click();
  await expect(tab.locator('input').last()).toBeFocused();
  await settled(tab, log);
  expect(await log()).toEqual([]);
  await tab.locator('input').last().click();
  await menuIn(tab);
});

test('U9: events that the page makes up choose nothing', async ({ tab, site, log }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  const menu = await menuIn(tab);
  const [row] = menu.rows;
  await tab.evaluate(
    ({ x, y }) => {
      const host = document.documentElement.lastElementChild;
      const at = { bubbles: true, composed: true, clientX: x, clientY: y };
      for (let round = 0; round < 50; round++) {
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
          host?.dispatchEvent(new MouseEvent(type, at));
        }
        for (const key of ['ArrowDown', 'Enter']) {
          document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true }),
          );
        }
        if (host instanceof HTMLElement) host.click();
      }
    },
    { x: row?.x ?? 0, y: row?.y ?? 0 },
  );
  await settled(tab, log);
  expect((await log()).map(({ call }) => call)).not.toContain('choose');
});

test('U2 U17: the page sees one empty element, and no longer than the menu is open', async ({
  tab,
  site,
}) => {
  await tab.goto(site.url('plain.html'));
  const before = await tab.evaluate(() => document.documentElement.outerHTML);
  await tab.getByLabel('User name').click();
  await menuIn(tab);
  const host = tab.locator('html > [popover]');
  expect(await host.evaluate((element) => [element.outerHTML, element.shadowRoot])).toEqual([
    '<div popover="manual"></div>',
    null,
  ]);
  await tab.keyboard.press('Escape');
  expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test('the menu follows a field that scrolls, and closes when it leaves', async ({ tab, site }) => {
  await tab.goto(site.url('plain.html'));
  await tab.evaluate(() => {
    document.body.style.height = '5000px';
    document.body.style.paddingTop = '300px';
  });
  const field = tab.getByLabel('User name');
  await field.click();
  const { box } = await menuIn(tab);
  await tab.mouse.wheel(0, 100);
  await expect.poll(async () => (await shownMenu(tab))?.box.top).toBe(box.top - 100);
  await tab.mouse.wheel(0, 2000);
  await expect.poll(() => shownMenu(tab)).toBeNull();
});

test('a menu without room below goes above, and never over the field', async ({ tab, site }) => {
  await tab.goto(site.url('plain.html'));
  await tab.evaluate(() => {
    document.body.style.paddingTop = '480px';
  });
  const field = tab.getByLabel('Password');
  await field.click();
  const { box } = await menuIn(tab);
  expect(box.bottom).toBeLessThan((await field.boundingBox())?.y ?? 0);
});

test('a field that reads from right to left has its menu at its right edge', async ({
  tab,
  site,
}) => {
  await tab.goto(site.url('plain.html'));
  await tab.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const field = tab.getByLabel('User name');
  await field.click();
  const { box } = await menuIn(tab);
  const place = await field.boundingBox();
  expect(Math.abs(box.right - (place?.x ?? 0) - (place?.width ?? 0))).toBeLessThan(2);
});

test('no policy of the page and no style of it changes how the menu looks', async ({
  tab,
  site,
}) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  const plain = await menuIn(tab);
  const pixels = await pixelsOf(tab, plain.box);

  const reports: string[] = [];
  tab.on('request', (request) => reports.push(request.url()));
  await tab.goto(site.url('strict.html'));
  await tab.locator('input').first().click();
  const strict = await menuIn(tab);
  expect(await pixelsOf(tab, strict.box)).toEqual(pixels);
  expect(reports.filter((url) => url.endsWith('/report'))).toEqual([]);

  await tab.goto(site.url('plain.html'));
  await tab.addStyleTag({
    content: `* , *::before, *::after { color: red !important; font: 40px serif !important;
      margin: 30px !important; direction: rtl !important; letter-spacing: 9px !important }
      [popover]::before { content: 'Click here' !important; position: fixed; inset: 0 }
      form, input, h1, p, label { all: revert !important }`,
  });
  await tab.getByLabel('User name').click();
  const styled = await menuIn(tab);
  expect(await pixelsOf(tab, styled.box)).toEqual(pixels);
});

async function pixelsOf(
  tab: Page,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): Promise<string> {
  await tab.mouse.move(0, 0);
  // One pixel less on each side: the page shines through the rounded corners.
  const clip = { x: left + 8, y: top + 8, width: right - left - 16, height: bottom - top - 16 };
  return (await tab.screenshot({ clip })).toString('base64');
}
