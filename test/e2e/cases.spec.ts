/**
 * The 36 hard cases of finding and filling fields, by their numbers, with the built extension, its worker and a server
 * behind it. `test/pages/README.md` says which page is whose. Most pages mark what each input wants, and are driven by
 * that alone; the others say in their scripts what they have seen.
 */
import { shownMenu } from '../support/content/menu.ts';
import { menuIn } from '../support/content/test.ts';
import { expect, kept, test } from './support/cases-world.ts';
import {
  expectNoOffers,
  expectValues,
  fillAt,
  fillLabelled,
  settle,
  valuesOf,
} from './support/labelled-page.ts';
import { chooseInMenu } from './support/page-menu.ts';

// In one browser, one after the other; a failure leaves the others alone.
test.describe.configure({ mode: 'default' });

const { login, password } = kept;

/** Each case with its pages of `test/pages/labelled`. */
const labelled: readonly (readonly [number, string, readonly string[]])[] = [
  [1, 'a form in an open shadow root', ['shadow-form', 'shadow-plain-host']],
  [2, 'each input in a shadow root of its own', ['shadow-each-input']],
  [4, 'a shadow root that comes late', ['shadow-late']],
  [6, 'the first of two steps', ['step-one', 'step-one-bare']],
  [12, 'a sign-up with one password', ['signup-one-password', 'signup-no-words']],
  [14, 'no login', ['no-login', 'filters', 'newsletter-gate', 'comments', 'contact']],
  [16, 'cards', ['card', 'checkout']],
  [17, 'a code in one box', ['code-masked', 'code-tel']],
  [18, 'a code in six boxes, and what only looks so', ['code-six-boxes', 'split-but-no-code']],
  [19, 'a box over drawn boxes', ['code-over-drawn-boxes']],
  [20, 'autocomplete by the standard', ['tokens']],
  [21, 'autocomplete that lies', ['tokens-that-lie']],
  [23, 'a user name of an odd type', ['odd-types']],
  [25, 'other scripts, opaque names, labels after', ['other-scripts', 'label-after']],
  [26, 'a forgotten password beside the login', ['forgot-beside-login']],
];

for (const [number, about, pages] of labelled) {
  test(`case ${number}: ${about}`, async ({ world, tab }) => {
    for (const page of pages) {
      await tab.goto(world.site.url(`labelled/${page}.html`));
      await fillLabelled(world, tab);
    }
  });
}

test('case 3: a closed shadow root', async ({ world: { site }, tab }) => {
  // Second, in a dialog: everything outside of it is inert, and the menu stands in the closed root, too.
  for (const page of ['shadow.html?mode=closed', 'shadow.html?mode=closed&modal']) {
    await tab.goto(site.url(page));
    const place = await tab.evaluate<DOMRect>("document.querySelector('x-login').place()");
    await expect(async () => {
      // A document that was not painted yet hears no click.
      await tab.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
      await expect.poll(() => shownMenu(tab), { timeout: 1_000 }).not.toBeNull();
    }).toPass();
    await chooseInMenu(tab, kept.name);
    await expect
      .poll(() => tab.evaluate("document.querySelector('x-login').values()"))
      .toEqual([login, password]);
  }
});

test('case 5: frames of the same, of another and of no origin', async ({ world, tab }) => {
  const { site } = world;
  const inFrame = (of: 'url' | 'other', src: string, more = '') =>
    tab.goto(site[of](`frames.html?${more}src=${encodeURIComponent(src)}`));
  const field = tab.frameLocator('iframe').getByLabel('User name');
  await inFrame('url', site.url('plain.html'));
  await field.click();
  await expect(tab.frameLocator('iframe').locator('html > [popover]')).toHaveCount(1);
  await tab.keyboard.press('ArrowDown');
  // Once it is chosen, another Enter would send the form.
  await expect(async () => {
    const chosen = (await world.asked()).includes('choose');
    if (!chosen) await tab.keyboard.press('Enter');
    expect(chosen).toBe(true);
  }).toPass({ intervals: [300] });
  await expect(field).toHaveValue(login);
  await expect(tab.frameLocator('iframe').getByLabel('Password')).toHaveValue(password);

  // A login of the item inside a site that it does not know, and the other way round.
  for (const [of, src] of [
    ['other', site.url('plain.html')],
    ['url', site.other('plain.html')],
  ] as const) {
    await world.forget();
    await inFrame(of, src);
    await field.click();
    await expect.poll(world.asked).toContain('offers');
    // Longer than the worker takes to answer a question that it has heard.
    for (let round = 0; round < 3; round++) await settle(world, tab);
    await expect(tab.frameLocator('iframe').locator('html > [popover]')).toHaveCount(0);
  }
  await world.forget();
  await inFrame('url', site.url('plain.html'), 'sandbox&');
  await field.click();
  await settle(world, tab);
  expect(await world.asked()).toEqual([]);
});

test('case 7: the second of two steps', async ({ world, tab }) => {
  await expect(async () => {
    await fillAt(world, tab, 'two-step.html');
    await expectValues(tab, [login]);
    await expect(async () => {
      // While the fill still reads its values back the key is kept from the page.
      await tab.keyboard.press('Enter');
      await expect(tab.locator('[type=password]')).toBeFocused({ timeout: 1_000 });
    }).toPass();
    // The page moves the focus on its own, but the person's Enter led to it, where that was no second ago.
    const offered = async () => (await shownMenu(tab))?.text ?? '';
    await expect.poll(offered, { timeout: 5_000 }).toContain(kept.name);
  }).toPass();
  await chooseInMenu(tab, kept.name);
  await expectValues(tab, [login, password]);
  for (const page of ['step-two', 'step-two-alone']) {
    await tab.goto(world.site.url(`labelled/${page}.html`));
    await fillLabelled(world, tab);
  }
});

test('case 8: a password that is hidden until its step', async ({ world, tab }) => {
  await tab.goto(world.site.url('labelled/hidden-second-step.html'));
  await fillLabelled(world, tab);
  expect(await valuesOf(tab)).toEqual([login, '']);
  await tab.getByRole('button').click();
  await fillLabelled(world, tab);
  expect(await valuesOf(tab)).toEqual([login, password]);
});

test('case 9 (F12, F13): decoys', async ({ world, tab }) => {
  await tab.goto(world.site.url('labelled/decoys.html'));
  await fillLabelled(world, tab);
  // Such as could be seen by their styles, one beside the other.
  await fillAt(world, tab, 'decoys.html', '#password');
  await expect(tab.locator('#password')).toHaveValue(password);
  expect((await valuesOf(tab)).filter(Boolean)).toEqual([login, password]);
  await expect(tab.locator('#username')).toHaveValue(login);
});

test('case 10: no form, and one form round the page', async ({ world, tab }) => {
  for (const page of ['formless', 'page-wide-form']) {
    await tab.goto(world.site.url(`labelled/${page}.html`));
    await fillLabelled(world, tab);
  }
  await tab.getByRole('button', { name: 'Log in' }).click();
  await expect
    .poll(() => world.site.sent.get('/labelled/default.aspx'))
    .toMatchObject({
      ctl00$find: '',
      ctl00$main$t1: login,
      ctl00$main$t2: password,
      ctl00$news: '',
    });
});

test('case 11: login and sign-up with equal names', async ({ world, tab }) => {
  await tab.goto(world.site.url('labelled/login-beside-signup.html'));
  await fillLabelled(world, tab);
  await tab.getByRole('button', { name: 'login' }).click();
  await expect.poll(() => world.site.sent.get('/in')).toEqual({ acct: login, pw: password });
});

test('case 13 (F15): a password change', async ({ world, tab }) => {
  for (const page of ['change-three', 'change-reversed', 'change-two']) {
    await tab.goto(world.site.url(`labelled/${page}.html`));
    await fillLabelled(world, tab);
  }
});

test('case 15 (F14): other boxes before the password', async ({ world, tab }) => {
  for (const page of ['captcha-before-password', 'search-inside-login']) {
    await tab.goto(world.site.url(`labelled/${page}.html`));
    await fillLabelled(world, tab);
  }
  // Enter submits: the focus stayed in the form. While the fill still reads its values back the key is kept from the page.
  await expect(async () => {
    await tab.keyboard.press('Enter');
    const sent = () => world.site.sent.get('/portal');
    await expect
      .poll(sent, { timeout: 1000 })
      .toMatchObject({ keywords: '', u: login, p: password });
  }).toPass();
});

test('case 22: a password shown as text', async ({ world, tab }) => {
  await tab.goto(world.site.url('labelled/password-as-text.html'));
  await fillLabelled(world, tab);
  // In clear text only where the person points at that very field.
  await fillAt(world, tab, 'labelled/password-shown.html');
  await expect.poll(async () => (await menuIn(tab)).text).toContain('was left alone');
  await expectValues(tab, [login, '']);
  await tab.locator('[name=pw]').click();
  await chooseInMenu(tab, kept.name);
  await expectValues(tab, [login, password]);
});

test('case 24: more fields than two', async ({ world, tab }) => {
  for (const page of ['three-fields', 'memorable-letters', 'pin-digits']) {
    await tab.goto(world.site.url(`labelled/${page}.html`));
    await fillLabelled(world, tab);
  }
  // A field of the item's own, in a login without a form, and not in the search beside it.
  await fillAt(world, tab, 'custom-formless.html', '#name');
  await expectValues(tab, ['', kept.berth, login, password]);
});

test('case 27: the same form twice', async ({ world, tab }) => {
  for (const page of ['same-form-twice', 'two-tabs']) {
    await tab.goto(world.site.url(`labelled/${page}.html`));
    await fillLabelled(world, tab);
  }
});

test('case 28: pages that turn into others', async ({ world, tab }) => {
  // A router leaves the nodes and changes what they mean.
  await fillAt(world, tab, 'router.html');
  await expectValues(tab, [login, password]);
  await tab.getByRole('link', { name: 'Create' }).click();
  await world.forget();
  await expectNoOffers(world, tab, 'input');
  await tab.getByRole('link', { name: 'Log in' }).click();
  // What was found of a field stands for a moment.
  await expect(async () => {
    await tab.getByPlaceholder('Password').click();
    await settle(world, tab);
    expect((await shownMenu(tab))?.text).toContain(kept.name);
  }).toPass();
  await chooseInMenu(tab, kept.name);
  await expectValues(tab, [login, password]);
  // Fields made anew with every keystroke.
  await fillAt(world, tab, 'recreated.html');
  await expect.poll(() => tab.evaluate('state')).toEqual({ user: login, secret: password });
  // A dialog in the top layer, which a click outside of it closes.
  await fillAt(world, tab, 'dialog.html');
  await expectValues(tab, [login, password]);
  await expect(tab.locator('dialog')).toHaveAttribute('open');
  // A document that is written anew once it has loaded.
  await tab.goto(world.site.url('rewritten.html'));
  await expect(async () => {
    await tab.getByRole('heading').click({ timeout: 1_000 });
    await tab.locator('input').first().click();
    await settle(world, tab);
    expect((await shownMenu(tab))?.text).toContain(kept.name);
  }).toPass();
  await chooseInMenu(tab, kept.name);
  await expectValues(tab, [login, password]);
  // A form that the page removes while it is filled.
  await tab.goto(world.site.url('vanishing.html'));
  const field = await tab.locator('[type=password]').elementHandle();
  await tab.locator('input').first().click();
  await chooseInMenu(tab, kept.name);
  await expect(tab.locator('form')).toHaveCount(0);
  await expect.poll(world.asked).toContain('redeem');
  expect(await field?.inputValue()).toBe('');
});

test('case 29: a page that never rests costs no question and is filled', async ({ world, tab }) => {
  await tab.goto(world.site.url('restless.html'));
  const painted = async () => Number(await tab.evaluate('painted'));
  await expect.poll(painted).toBeGreaterThan(30);
  expect(await world.asked()).toEqual([]);
  await tab.getByLabel('User name').click();
  await chooseInMenu(tab, kept.name);
  await expect(tab.getByLabel('Password')).toHaveValue(password);
  const before = await painted();
  const asked = await world.asked();
  await expect.poll(painted).toBeGreaterThan(before + 30);
  expect(await world.asked()).toEqual(asked);
  expect((await valuesOf(tab)).filter(Boolean)).toEqual([login, password]);
});

test('case 30: buttons of the page inside its fields', async ({ world, tab }) => {
  await tab.goto(world.site.url('eye-button.html'));
  const field = tab.locator('[type=password]');
  await field.click();
  await menuIn(tab);
  // Its own button is under the pointer as before, with the menu open.
  await tab.locator('#eye').click();
  expect(await tab.evaluate('pressed')).toEqual(['eye']);
  await tab.locator('[name=username]').click();
  const edges = async () => {
    const { box } = await menuIn(tab);
    const at = await tab.locator('[name=username]').boundingBox();
    return {
      right: Math.abs(box.right - (at ? at.x + at.width : 0)) < 2,
      below: box.top - (at?.y ?? 0),
    };
  };
  await expect.poll(edges).toMatchObject({ right: true });
  const { below } = await edges();
  await tab.locator('dialog').evaluate((dialog) => dialog.scrollBy(0, 30));
  await expect.poll(edges).toEqual({ right: true, below });
  await chooseInMenu(tab, kept.name);
  await expectValues(tab, [login, password]);
});

test('case 36 (F12): fields that vanish, are covered or disabled once the menu is open', async ({
  world,
  tab,
}) => {
  for (const trick of ['fade', 'disable', 'cover']) {
    await tab.goto(world.site.url('refused.html'));
    await tab.locator('input').first().click();
    await menuIn(tab);
    await tab.evaluate(`tricks.${trick}()`);
    await chooseInMenu(tab, kept.name);
    await expectValues(tab, [login, '']);
  }
  await expect.poll(async () => (await menuIn(tab)).text).toContain('was left alone');
  // Events that the page makes up bring no menu and choose nothing.
  await tab.goto(world.site.url('refused.html'));
  await world.forget();
  await tab.evaluate('pretend()');
  await settle(world, tab);
  expect(await world.asked()).toEqual([]);
  await tab.locator('input').first().click();
  await menuIn(tab);
  await tab.evaluate('pretend()');
  await settle(world, tab);
  expect(await world.asked()).not.toContain('choose');
  expect(await shownMenu(tab)).not.toBeNull();
  expect(await valuesOf(tab)).toEqual(['', '']);
});
