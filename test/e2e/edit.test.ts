/** Creating and changing items, each act proved by another client of the server. */
import type { Page } from '@playwright/test';
import type { Extension } from './support/chromium.ts';
import { itemNamed, itemsNamed } from './support/on-server.ts';
import { choosePlace, openItem } from './support/popup-item.ts';
import { expect, test } from './support/shared.ts';
import { start } from './support/sign-in.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

async function beginEdit(popup: Page, query: string): Promise<void> {
  await openItem(popup, query);
  await popup.getByRole('button', { name: text('editItem') }).click();
  await popup.locator('[name=login]').waitFor();
}

const keptKeys = (extension: Extension) =>
  extension.inWorker(async () => Object.keys(await chrome.storage.session.get(null)).join());

const save = (popup: Page) => popup.getByRole('button', { name: text('save'), exact: true });

test('a new item with everything, by keyboard alone', async ({ popup, client }) => {
  await popup.getByRole('button', { name: text('newItem') }).focus();
  await popup.keyboard.press('Enter');
  await expect(popup.locator('[name=name]')).toBeFocused();
  await popup.keyboard.type('Datev, second account');
  await popup.keyboard.press('Tab');
  await popup.keyboard.type('fin');
  await popup.locator('.place-row').first().waitFor();
  await popup.keyboard.press('Enter');
  await popup.keyboard.press('Tab');
  await popup.keyboard.type('k.fischer');
  await popup.keyboard.press('Tab');
  await popup.keyboard.type('pässwörd 密碼 🔑');
  await popup.locator('[name=url]').focus();
  await popup.keyboard.type('https://secure.datev.example/login');
  // A field of each kind.
  for (const [at, [type, title, value]] of [
    ['text', 'Client number', '1029384756'],
    ['password', 'PIN', '0071'],
    ['totp', 'Code', 'jbsw y3dp ehpk 3pxp'],
  ].entries()) {
    await popup.getByRole('button', { name: text('addField') }).press('Enter');
    await expect(popup.locator(`[name=field-name-${at}]`)).toBeFocused();
    await popup.keyboard.type(title ?? '');
    await popup.locator(`[name=field-type-${at}]`).selectOption(type ?? '');
    await popup.locator(`[name=field-${at}]`).focus();
    await popup.keyboard.type(value ?? '');
  }
  await expect(popup.getByText(/^Code now: \d{6}$/)).toBeVisible();
  // The code goes to the top.
  const grip = popup.getByRole('button', { name: text('moveField', 'Code') });
  await grip.focus();
  await popup.keyboard.press('ArrowUp');
  await popup.keyboard.press('ArrowUp');
  await expect(grip).toBeFocused();
  await expect(popup.locator('[name=field-name-0]')).toHaveValue('Code');
  await popup.locator('[name=description]').fill('Two\nlines');
  await popup.locator('[name=tag]').fill('finance-2026');
  await popup.locator('[name=tag]').press('Enter');
  await popup.locator('[name=colour][value="3"]').focus();
  await popup.keyboard.press('Space');
  await popup.keyboard.press('Control+s');
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Datev, second account');

  const item = await itemNamed(client, 'Datev, second account');
  expect(item).toMatchObject({
    login: 'k.fischer',
    password: 'pässwörd 密碼 🔑',
    urls: ['https://secure.datev.example/login'],
    description: 'Two\nlines',
    tags: ['finance-2026'],
    colour: 3,
    fields: [
      { name: 'Code', type: 'totp', value: 'JBSWY3DPEHPK3PXP' },
      { name: 'Client number', type: 'text', value: '1029384756' },
      { name: 'PIN', type: 'password', value: '0071' },
    ],
  });
  // The list knows it at once, without another fetch of everything.
  await popup.keyboard.press('Escape');
  await popup.getByRole('combobox').fill('datev second');
  await expect(popup.getByRole('option', { name: /second account/ })).toBeVisible();
  // The next one is offered the same place.
  await popup.getByRole('button', { name: text('newItem') }).click();
  await expect(popup.getByRole('combobox', { name: text('placeLabel') })).toHaveValue(/Fin/);
  // Nothing was typed, so nothing is asked.
  await popup.keyboard.press('Escape');
  await popup.getByRole('combobox', { name: text('searchLabel') }).waitFor();
});

test('an edit changes what was changed and leaves the rest', async ({
  popup,
  client,
  item: { name },
}) => {
  const before = await itemNamed(client, name);
  await beginEdit(popup, name);
  // Stored secrets do not reach the page before they are asked for.
  await expect(popup.locator('[name=password]')).toHaveValue('');
  await popup.locator('[name=login]').fill('someone.else');
  await popup.keyboard.press('Control+Enter');
  await expect(popup.getByText('someone.else', { exact: true })).toBeVisible();
  const after = await itemNamed(client, name);
  expect(after).toEqual({ ...before, login: 'someone.else' });
});

test('the stored password is shown on demand, hides again, and is replaced', async ({
  popup,
  client,
  item: { name },
}) => {
  const before = await itemNamed(client, name);
  await beginEdit(popup, name);
  const password = popup.locator('[name=password]');
  await popup
    .getByRole('button', { name: text('showLabel', text('password')), exact: true })
    .click();
  await expect(password).toHaveValue(before.password);
  await expect(async () => {
    await popup.evaluate(() => dispatchEvent(new Event('blur')));
    await expect(password).toHaveValue('', { timeout: 500 });
  }).toPass();
  await popup.getByRole('button', { name: text('generateHere') }).click();
  await popup.getByRole('button', { name: text('generateUse') }).click();
  const made = await password.inputValue();
  expect(made.length).toBeGreaterThan(7);
  await save(popup).click();
  await popup.getByRole('button', { name: text('editItem') }).waitFor();
  expect((await itemNamed(client, name)).password).toBe(made);
});

test('a closed popup loses nothing, and a discarded draft is gone', async ({
  extension,
  site,
  popup,
  client,
  item: { name },
}) => {
  await beginEdit(popup, name);
  await popup.locator('[name=description]').fill('typed and not saved');
  await popup.locator('[name=password]').fill('draft-secret-4711');
  // Closed at once, before the 300 ms are over; the worker is given the time to write it, before it is killed.
  await popup.close();
  await expect.poll(() => keptKeys(extension)).toMatch(/drafts/);
  const stored = await extension.inWorker(async () =>
    JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]),
  );
  expect(stored).not.toContain('draft-secret-4711');
  expect(stored).not.toContain('typed and not saved');
  await extension.killWorker();
  const again = await extension.openPopup(site);
  // It comes back to the item, whose editing was not finished; there and on the home screen it is offered.
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(again.getByText(text('draftWaiting', name))).toBeVisible();
  await start(again);
  await expect(again.getByText(text('draftWaiting', name))).toBeVisible();
  await again.getByRole('button', { name: text('draftContinue') }).click();
  await expect(again.locator('[name=description]')).toHaveValue('typed and not saved');
  await expect(again.locator('[name=password]')).toHaveValue('draft-secret-4711');
  await again.keyboard.press('Escape');
  await again.getByRole('button', { name: text('leaveDiscard') }).click();
  await again.getByRole('combobox', { name: text('searchLabel') }).waitFor();
  await expect(again.getByText(text('draftWaiting', name))).toHaveCount(0);
  expect((await itemNamed(client, name)).description).not.toContain('typed');
});

test('locking wipes drafts', async ({ extension, popup, item: { name } }) => {
  await beginEdit(popup, name);
  await popup.locator('[name=description]').fill('typed and not saved');
  await expect.poll(() => keptKeys(extension)).toMatch(/drafts/);
  await popup.getByRole('button', { name: text('lockNow') }).click();
  await popup.locator('[name=secret]').waitFor();
  expect(await extension.inWorker(() => chrome.storage.session.get(null))).toEqual({});
});

test('a change on the server meanwhile: both are shown, neither is lost', async ({
  popup,
  client,
  item: { id, name },
}) => {
  await beginEdit(popup, name);
  await popup.locator('[name=login]').fill('mine');
  await popup.locator('[name=description]').fill('my note');
  await popup.locator('[name=password]').fill('my password');
  await client.editItem(id, {
    login: 'theirs',
    password: 'their password',
    tags: ['their-tag'],
  });
  await save(popup).click();
  await expect(popup.getByRole('heading', { name: text('conflictTitle') })).toBeVisible();
  // Nothing was written.
  expect(await client.openItem(id)).toMatchObject({ login: 'theirs', password: 'their password' });
  await popup
    .getByRole('group', { name: text('login') })
    .getByLabel(/theirs/)
    .check();
  await save(popup).click();
  await popup.getByRole('button', { name: text('editItem') }).waitFor();
  expect(await client.openItem(id)).toMatchObject({
    login: 'theirs',
    password: 'my password',
    description: 'my note',
    tags: ['their-tag'],
  });
});

test('an answer that was lost is looked for and never doubled', async ({
  popup,
  server,
  client,
}) => {
  await popup.getByRole('button', { name: text('newItem') }).click();
  await popup.locator('[name=name]').fill('Once only');
  await choosePlace(popup, 'fin');
  // The item is made, its answer lost, and so is every look.
  server.control.setFaults(
    'truncated@POST /passwords=1,reset@GET /folders/*/passwords,reset@GET /vaults/*/passwords',
  );
  await save(popup).click();
  await expect(popup.getByText(text('saveUnsure'))).toBeVisible({ timeout: 45_000 });
  await expect(popup.locator('[name=name]')).toHaveValue('Once only');
  server.control.setFaults('');
  // Something is typed before the second try: it goes into the item that is there.
  await popup.locator('[name=login]').fill('later');
  await save(popup).click();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Once only');
  const found = await itemsNamed(client, 'Once only');
  expect(found.map(({ login }) => login)).toEqual(['later']);
});

test('a lost answer alone is not even noticed', async ({ popup, server, client }) => {
  await popup.getByRole('button', { name: text('newItem') }).click();
  await popup.locator('[name=name]').fill('Found at once');
  await choosePlace(popup, 'fin');
  server.control.setFaults('truncated@POST /passwords=1');
  await save(popup).click();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Found at once');
  expect(await itemsNamed(client, 'Found at once')).toHaveLength(1);
});

test('a worker that dies while it saves doubles nothing', async ({
  extension,
  popup,
  server,
  client,
}) => {
  await popup.getByRole('button', { name: text('newItem') }).click();
  await popup.locator('[name=name]').fill('Written by a dead worker');
  await choosePlace(popup, 'fin');
  server.control.setFaults('latency:4000@POST /passwords=1');
  server.control.clearRequests();
  await save(popup).click();
  await expect
    .poll(() =>
      server.control
        .requests()
        .some(({ method, path }) => method === 'POST' && /\/passwords$/.test(path)),
    )
    .toBe(true);
  await extension.killWorker();
  await expect(popup.getByText(text('saveFailed', text('errorInternal')))).toBeVisible();
  server.control.setFaults('');
  await expect
    .poll(async () => (await itemsNamed(client, 'Written by a dead worker')).length, {
      timeout: 20_000,
    })
    .toBe(1);
  await save(popup).click();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Written by a dead worker');
  expect(await itemsNamed(client, 'Written by a dead worker')).toHaveLength(1);
});

test('offline and refused: a clear sentence, and everything that was typed', async ({
  popup,
  server,
  item: { name },
}) => {
  await beginEdit(popup, name);
  await popup.locator('[name=login]').fill('typed');
  await server.control.goDown();
  await save(popup).click();
  await expect(popup.getByText(text('saveFailed', text('errorOffline')))).toBeVisible();
  await expect(popup.locator('[name=login]')).toHaveValue('typed');
  await server.control.comeUp();
  await save(popup).click();
  await expect(popup.getByText('typed', { exact: true })).toBeVisible();
});

test('what is no one-time-code secret is said at once and not saved', async ({
  popup,
  client,
  item: { name },
}) => {
  await beginEdit(popup, name);
  const at = await popup.locator('.edit-field').count();
  await popup.getByRole('button', { name: text('addField') }).click();
  await popup.locator(`[name=field-name-${at}]`).fill('Code');
  await popup.locator(`[name=field-type-${at}]`).selectOption('totp');
  const value = popup.locator(`[name=field-${at}]`);
  await value.fill('otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&counter=1');
  await expect(popup.getByText(text('codeWrong'))).toBeVisible();
  await save(popup).click();
  await expect(popup.getByText(text('saveFailed', text('errorInvalidInput')))).toBeVisible();
  await value.fill('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&digits=8');
  await expect(popup.getByText(text('codeUnsupported'))).toBeVisible();
  await value.fill('otpauth://totp/Example:ada?secret=jbswy3dpehpk3pxpjb&issuer=Example&digits=6');
  await expect(popup.getByText(/^Code now: \d{6}$/)).toBeVisible();
  await save(popup).click();
  await popup.getByRole('button', { name: text('editItem') }).waitFor();
  expect((await itemNamed(client, name)).fields.at(-1)).toEqual({
    name: 'Code',
    type: 'totp',
    value: 'JBSWY3DPEHPK3PXPJB======',
  });
});

test('200 fields, notes of 10,000 letters, and an order changed by dragging', async ({
  popup,
  client,
  item: { id, name },
}) => {
  const fields = Array.from({ length: 200 }, (_, at) => ({
    name: `Field ${at}`,
    type: at % 2 ? 'password' : 'text',
    value: `value ${at}`,
  }));
  await client.editItem(id, { fields });
  await beginEdit(popup, name);
  const long = 'A line of a long note.\n'.repeat(435).slice(0, 10_000);
  await popup.locator('[name=description]').focus();
  await popup.keyboard.press('Control+a');
  await popup.keyboard.insertText(long);
  await expect(popup.locator('[name=description]')).toHaveValue(long);
  await popup.locator('.grip').nth(2).dragTo(popup.locator('.edit-field').nth(0));
  await expect(popup.locator('[name=field-name-0]')).toHaveValue('Field 2');
  await popup.keyboard.press('Control+s');
  await popup.getByRole('button', { name: text('editItem') }).waitFor();
  const after = await client.openItem(id);
  expect(after.description).toBe(long);
  expect(after.fields).toEqual([fields[2], fields[0], fields[1], ...fields.slice(3)]);
});
