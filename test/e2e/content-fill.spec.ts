/** What a scripted worker shows better than a real one: codes of any length, many fields, refusals. The rest is in `cases.spec.ts`. */
import type { Page } from '@playwright/test';
import { shownMenu } from '../support/content/menu.ts';
import { choose, expect, login, menuIn, test } from '../support/content/test.ts';
import { text } from './support/texts.ts';

const { username, password } = login.values;

/** Values of all inputs of the page, open shadow roots included, in document order. */
function values(tab: Page): Promise<string[]> {
  return tab
    .locator('input')
    .evaluateAll((inputs) =>
      inputs.map((input) => (input instanceof HTMLInputElement ? input.value : '')),
    );
}

test.beforeEach(({ say }) => say({}));

test('a code goes into as many boxes as there are, each open once the one before is full', async ({
  tab,
  site,
  say,
}) => {
  for (const parts of [[...'4821'], [...'77K2P'], [...'12345678'], ['123', '456']]) {
    await say({ values: { ...login.values, code: parts.join('') } });
    await tab.goto(site.url(`code-many.html?boxes=${parts.length}&size=${parts[0]?.length}`));
    await tab.locator('input').first().click();
    await choose(tab);
    await expect.poll(() => values(tab)).toEqual(parts);
  }
});

test('fields that let nobody in at first', async ({ tab, site }) => {
  await tab.goto(site.url('reluctant.html'));
  await tab.getByLabel('User name').click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual([username, password]);
  // They hold it by now, so nothing is said.
  expect(await shownMenu(tab)).toBeNull();
});

test('what is over the page, at its edge or drawn larger has its menu, and is filled', async ({
  tab,
  site,
}) => {
  for (const as of ['popover', 'zoom', 'header', 'fullscreen']) {
    await tab.goto(site.url(`layers.html?as=${as}`));
    if (as === 'fullscreen') {
      await tab.getByRole('heading').click();
      await expect(tab.locator(':fullscreen')).toHaveCount(1);
    }
    const field = tab.getByLabel(as === 'header' ? 'Password' : 'User name');
    await field.click();
    const { box } = await menuIn(tab);
    const at = await field.boundingBox();
    expect(Math.abs(box.left - (at?.x ?? 0))).toBeLessThan(2);
    expect(Math.abs(box.top - (at?.y ?? 0) - (at?.height ?? 0) - 4)).toBeLessThan(2);
    await choose(tab);
    await expect.poll(() => values(tab)).toEqual([username, password]);
  }
});

test('custom fields go into the inputs of the login that were named, and no others', async ({
  tab,
  site,
  say,
  log,
}) => {
  await say({ values: { ...login.values, fields: ['ACME', '4711', 'not this'] } });
  await tab.goto(site.url('custom.html'));
  await tab.getByLabel('User name').click();
  await choose(tab);
  await expect
    .poll(() => values(tab))
    .toEqual(['ACME', username, password, '4711', 'not this', '', '', '']);
  const asked = (await log()).find(({ call }) => call === 'redeem')?.request;
  expect(asked).toMatchObject({
    spares: [
      { names: ['c1', 'Company ID: *'], masked: false },
      { names: ['pin', 'Branch PIN'], masked: true },
      { names: ['recovery key', 'Recovery key'], masked: false },
    ],
  });
});

test('an input that shows its dots by now gets no secret', async ({ tab, site, say }) => {
  await say({ values: { ...login.values, fields: ['ACME', '4711'] }, holds: true });
  await tab.goto(site.url('custom.html'));
  await tab.getByLabel('User name').click();
  await choose(tab);
  await expect.poll(async () => (await menuIn(tab)).text).toContain('Filling');
  await tab.locator('#pin').evaluate((input) => input.setAttribute('type', 'text'));
  await say({ holds: false });
  await expect.poll(() => values(tab)).toEqual(['ACME', username, password, '', '', '', '', '']);
});

test('a site is silenced from the menu, and a note says so', async ({ tab, site, log }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  await expect(async () => {
    const { silence } = await menuIn(tab);
    if (silence !== null) await tab.mouse.click(silence.x, silence.y);
    expect((await log()).map(({ call }) => call)).toContain('silence');
  }).toPass();
  await expect.poll(async () => (await menuIn(tab)).text).toContain('example.test');
});

test('the note says why nothing was filled', async ({ tab, site, say }) => {
  const reasons = [
    [{ failure: 'not-found' }, 'errorNotFound'],
    [{ failure: 'no-value' }, 'menuNoteNothing'],
    [{ grants: false }, 'menuNoteFailed'],
  ] as const;
  await tab.goto(site.url('plain.html'));
  for (const [answer, key] of reasons) {
    await say(answer);
    await tab.keyboard.press('Escape');
    await tab.getByLabel('User name').click();
    await choose(tab);
    await expect.poll(async () => (await menuIn(tab)).text).toContain(text(key));
  }
  expect(await values(tab)).toEqual(['', '', '']);
});
