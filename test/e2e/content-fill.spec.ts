/** Filling by the menu, on a page for each thing that pages do. */
import type { Page } from '@playwright/test';
import { choose, expect, login, menuIn, test } from '../support/content/test.ts';

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

test('F14: a plain form gets both values, and the search box none', async ({ tab, site }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual([username, password, '']);
  // Enter submits: the focus stayed in the form.
  await tab.keyboard.press('Enter');
  await tab.waitForURL('**/done.html?*');
});

test('from the password field the user name is filled as well', async ({ tab, site }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('Password').click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual([username, password, '']);
});

for (const framework of ['react', 'vue', 'angular', 'svelte']) {
  test(`a form of ${framework} has both values in its state`, async ({ tab, site }) => {
    await tab.goto(site.url(`${framework}.html`));
    await tab.locator('input').first().click();
    await choose(tab);
    await expect(tab.getByRole('button', { name: 'Sign in' })).toBeEnabled();
    const state = await tab.locator('output').textContent();
    expect(Object.values(JSON.parse(state ?? ''))).toEqual([username, password]);
    expect(await values(tab)).toEqual([username, password]);
  });
}

test('a login without a form is filled', async ({ tab, site }) => {
  await tab.goto(site.url('formless.html'));
  await tab.locator('input').first().click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual([username, password, '']);
});

test('fields that are read-only until they have the focus are filled', async ({ tab, site }) => {
  await tab.goto(site.url('readonly.html'));
  await tab.locator('input').first().click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual([username, password]);
});

test('a page that removes its form while it is filled breaks nothing', async ({
  tab,
  site,
  log,
}) => {
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(site.url('vanishing.html'));
  const passwordField = await tab.locator('[type=password]').elementHandle();
  await tab.locator('input').first().click();
  await choose(tab);
  await expect(tab.locator('form')).toHaveCount(0);
  await expect.poll(async () => (await log()).map(({ call }) => call)).toContain('redeem');
  expect(await passwordField?.inputValue()).toBe('');
  expect(errors).toEqual([]);
});

test('a login in two steps gets each value in its step', async ({ tab, site }) => {
  await tab.goto(site.url('two-step.html'));
  await tab.getByLabel('E-mail or phone').click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual([username]);
  await tab.keyboard.press('Enter');
  // The page moves the focus on its own, but the user's Enter led to it.
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual([username, password]);
});

test('a one-time code goes into one box', async ({ tab, site }) => {
  await tab.goto(site.url('code-one.html'));
  await tab.getByLabel('6-digit code').click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual(['123456']);
});

for (const code of ['4821', '77K2P', '12345678']) {
  test(`a code of ${code.length} goes into as many boxes`, async ({ tab, site, say }) => {
    await say({ values: { ...login.values, code } });
    await tab.goto(site.url(`code-many.html?boxes=${code.length}`));
    await tab.locator('input').first().click();
    await choose(tab);
    await expect.poll(() => values(tab)).toEqual([...code]);
  });
}

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

test('a one-time code goes into six boxes', async ({ tab, site }) => {
  await tab.goto(site.url('code-six.html'));
  await tab.locator('input').first().click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual(['1', '2', '3', '4', '5', '6']);
});

for (const mode of ['open', 'closed']) {
  test(`a login in a shadow root that is ${mode} is filled`, async ({ tab, site }) => {
    await tab.goto(site.url(`shadow.html?mode=${mode}`));
    const place = await tab.evaluate<DOMRect>("document.querySelector('x-login').place()");
    await tab.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await choose(tab);
    await expect
      .poll(() => tab.evaluate("document.querySelector('x-login').values()"))
      .toEqual([username, password]);
  });
}

test('inputs that stand in a shadow root each belong to one form', async ({ tab, site }) => {
  await tab.goto(site.url('shadow-each.html'));
  await tab.locator('input').first().click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual([username, password]);
});

test('F15: the stored password never goes into a new-password field', async ({ tab, site }) => {
  await tab.goto(site.url('password-change.html'));
  await tab.locator('#old').click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual([password, '', '']);
});

for (const kind of ['far', 'faint', 'pale', 'none', 'tiny', 'clipped', 'covered']) {
  test(`F12 F13: a decoy that is ${kind} stays empty`, async ({ tab, site }) => {
    await tab.goto(site.url(`decoys.html?kind=${kind}`));
    await tab.getByLabel('Password').click();
    await choose(tab);
    await expect(tab.getByLabel('Password')).toHaveValue(password);
    expect((await values(tab)).slice(0, 2)).toEqual(['', '']);
  });
}

test('a page that listens to keys and clears on focus is satisfied', async ({ tab, site }) => {
  await tab.goto(site.url('picky.html'));
  await tab.locator('input').first().click();
  await choose(tab);
  await expect(tab.getByRole('button')).toBeEnabled();
  expect(await values(tab)).toEqual([username, password]);
  expect(await tab.evaluate('broken')).toEqual([]);
  expect(await tab.evaluate('left')).toEqual(['username', 'password']);
});

test('a field that takes less than the password is told of', async ({ tab, site }) => {
  await tab.goto(site.url('short.html'));
  await tab.locator('input').first().click();
  await choose(tab);
  await expect
    .poll(async () => (await menuIn(tab)).text)
    .toContain('longer than this field allows');
});

test('a field that changes what it is given is told of', async ({ tab, site }) => {
  await tab.goto(site.url('masked.html'));
  await tab.locator('input').first().click();
  await choose(tab);
  await expect.poll(async () => (await menuIn(tab)).text).toContain('changed what was filled');
  expect(await values(tab)).toEqual([username.replace(/\W/g, ''), password]);
});

test('F12: a covered field is left alone and told of', async ({ tab, site }) => {
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  const box = await tab.getByLabel('Password').boundingBox();
  await menuIn(tab);
  await tab.evaluate(({ x, y, width, height }) => {
    const cover = document.createElement('div');
    cover.style.cssText = `position:absolute;left:${x}px;top:${y}px;width:${width}px;height:${height}px;background:white`;
    document.body.append(cover);
  }, box ?? { x: 0, y: 0, width: 0, height: 0 });
  await choose(tab);
  await expect.poll(async () => (await menuIn(tab)).text).toContain('was left alone');
  expect(await values(tab)).toEqual([username, '', '']);
});

test('a login inside a modal dialog is filled, and the dialog stays open', async ({
  tab,
  site,
}) => {
  await tab.goto(site.url('dialog.html'));
  await tab.locator('input').first().click();
  await choose(tab);
  await expect.poll(() => values(tab)).toEqual([username, password]);
  await expect(tab.locator('dialog')).toHaveAttribute('open');
});

test('a worker that refuses is told of, and nothing is filled', async ({ tab, site, say }) => {
  await say({ grants: false });
  await tab.goto(site.url('plain.html'));
  await tab.getByLabel('User name').click();
  await choose(tab);
  await expect.poll(async () => (await menuIn(tab)).text).toContain('Could not fill');
  expect(await values(tab)).toEqual(['', '', '']);
});
