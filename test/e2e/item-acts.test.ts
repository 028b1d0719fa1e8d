/** Everything that can be done with an item, each act proved by another client of the server. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { askFor } from './support/ask.ts';
import { itemNamed } from './support/on-server.ts';
import { choosePlace, openItem } from './support/popup-item.ts';
import { expect, test } from './support/shared.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

const press = (popup: Page, label: string) =>
  popup.getByRole('button', { name: label, exact: true }).click();

test('a favourite is put on and off, and the item shown in Passwork itself', async ({
  extension,
  popup,
  server,
  client,
  item: { name },
}) => {
  const { id, favourite } = await itemNamed(client, name);
  await openItem(popup, name);
  const opened = extension.context.waitForEvent('page');
  await press(popup, text('openOnServer'));
  expect((await opened).url()).toBe(`${new URL(server.v4.host).origin}/#!/p/${id}`);
  const labels = [text('addFavourite'), text('removeFavourite')];
  if (favourite) labels.reverse();
  for (const [at, label] of labels.entries()) {
    await press(popup, label);
    await expect
      .poll(async () => (await itemNamed(client, name)).favourite)
      .toBe(at === 0 ? !favourite : favourite);
  }
  server.control.setFaults('500-html@POST /passwords/*/*favorite');
  await press(popup, labels[0] ?? '');
  await expect(popup.getByText(text('errorUnknownOutcome'))).toBeVisible();
  await expect(popup.getByRole('button', { name: labels[0] ?? '', exact: true })).toBeVisible();
});

test('files of 0 bytes and of 5 MiB are added, saved and removed; a larger one is refused', async ({
  popup,
  client,
  item: { name },
}) => {
  await openItem(popup, name);
  const picker = popup.locator('input[type=file]');
  const large = Buffer.alloc(5 * 1024 * 1024, 'latchkey ');
  for (const [file, buffer] of [
    ['empty.txt', Buffer.alloc(0)],
    ['five MiB.bin', large],
  ] as const) {
    await picker.setInputFiles({ name: file, mimeType: 'application/octet-stream', buffer });
    await expect(popup.getByText(text('attached', file))).toBeVisible({ timeout: 60_000 });
    await expect(popup.getByText(buffer.length === 0 ? '0 bytes' : '5.2 MB')).toBeVisible();
    const item = await itemNamed(client, name);
    const row = item.attachments.find((each) => each.name === file);
    const { bytes } = await client.downloadAttachment(item, row?.id ?? '');
    expect(Buffer.from(bytes).equals(buffer)).toBe(true);
  }
  const saved = popup.waitForEvent('download');
  await press(popup, text('downloadNamed', 'five MiB.bin'));
  expect((await readFile(await (await saved).path())).equals(large)).toBe(true);

  await picker.setInputFiles({
    name: 'too large.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(large.length + 1),
  });
  await expect(popup.getByText(text('errorTooLarge'))).toBeVisible();

  await press(popup, text('removeNamed', 'empty.txt'));
  await expect(popup.getByText(text('detachAsk', 'empty.txt'))).toBeVisible();
  await popup
    .getByRole('alert')
    .getByRole('button', { name: text('removeItem') })
    .click();
  await expect(popup.getByText(text('detached', 'empty.txt'))).toBeVisible();
  const names = (await itemNamed(client, name)).attachments.map((each) => each.name);
  expect(names).toContain('five MiB.bin');
  expect(names).not.toContain('empty.txt');
});

test('a share link is made in place and copied with its code', async ({
  popup,
  server,
  item: { name },
}) => {
  await openItem(popup, name);
  await press(popup, text('share'));
  await popup.locator('[name=life]').selectOption('week');
  await popup.locator('[name=reusable]').check();
  server.control.clearRequests();
  await press(popup, text('shareMake'));
  const link = popup.locator('[name=share-link]');
  await expect(link).toHaveValue(/^https?:\/\/.+#code=[A-Za-z0-9]{100}$/);
  await expect(popup.getByText(text('copiedClears_other', '30', text('shareLink')))).toBeVisible();
  const [request] = server.control
    .requests()
    .filter(({ path }) => path.endsWith('/generate-share-link'));
  expect(request).toBeDefined();
  // The code opens the item for whoever has it: the server must never see it.
  const code = (await link.inputValue()).split('#code=')[1] ?? '';
  expect(JSON.stringify(server.control.requests())).not.toContain(code);
});

test('an item is moved, and copied to another vault', async ({ popup, client, item: { name } }) => {
  const before = await itemNamed(client, name);
  await openItem(popup, name);
  await press(popup, text('duplicateItem'));
  await press(popup, text('duplicateHere'));
  await expect(popup.getByText(text('placeNeeded'))).toBeVisible();
  await choosePlace(popup, 'fin');
  await press(popup, text('duplicateHere'));
  await expect(popup.getByText(text('duplicatedItem'))).toBeVisible();

  // Both were seen now, and have one password: each is a step away from the other, and nothing is opened to know it.
  const same = popup.locator('.same-passwords');
  const sameHeading = same.getByText(text('samePassword_one', '1'));
  await expect(sameHeading).toBeVisible();
  await expect(same.getByText(text('comparedWith_one', '1'))).toBeVisible();
  expect(await popup.evaluate(() => document.body.textContent)).not.toContain(before.password);
  await same.getByRole('button', { name: new RegExp(name) }).click();
  await expect(popup.locator('.title.path')).not.toHaveText(/Finance/);
  await expect(sameHeading).toBeVisible();
  await press(popup, text('back'));
  await expect(popup.locator('.title.path')).toHaveText(/Finance/);
  await press(popup, text('showReused'));
  await expect(popup.getByRole('option', { name: new RegExp(name) })).toHaveCount(2);
  // The chosen row gives the end of its line to its buttons, and the place is still in it.
  await popup.locator('[role=option]', { hasText: 'Finance' }).click();
  await expect(popup.locator('.title.path')).toHaveText(/Finance/);
  const kept = await popup.evaluate(() => chrome.storage.session.get());
  expect(Object.keys(kept).filter((key) => key.startsWith('seen-passwords'))).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain(before.password);
  const rows = (await client.search({ query: name })).filter((row) => row.name === name);
  const copy = rows.find(({ id }) => id !== before.id);
  expect(copy?.vaultId).not.toBe(before.vaultId);
  const opened = await client.openItem(copy?.id ?? '');
  expect(opened.password).toBe(before.password);
  expect(opened.fields).toEqual(before.fields);

  // The copy is in front now: it goes on to another place.
  await press(popup, text('moveItem'));
  await choosePlace(popup, 'operations');
  await press(popup, text('moveHere'));
  await expect(popup.getByText(text('movedItem'), { exact: true })).toBeVisible();
  // Somebody gives the first one another password: what was seen of it holds no more.
  await expect(sameHeading).toBeVisible();
  await client.editItem(before.id, { password: 'another one' });
  await askFor(popup, 'refresh', {});
  const ref = { kind: 'item', id: copy?.id ?? '' } as const;
  await expect.poll(async () => (await askFor(popup, 'health', { ref })).sameTotal).toBe(0);
  const moved = await client.openItem(copy?.id ?? '');
  expect(moved.vaultId).not.toBe(copy?.vaultId);
  expect(moved.password).toBe(before.password);
});

test('a deletion is taken back, or goes through though the popup is closed', async ({
  popup,
  client,
  item: { name },
}) => {
  const kept = await itemNamed(client, name);
  const { vaultId } = kept;
  const id = await client.addItem({ vaultId, folderId: null, name: 'Of no more use' });
  await askFor(popup, 'refresh', {});
  await openItem(popup, name);
  await press(popup, text('removeItem'));
  await expect(popup.getByText(text('removing', name))).toBeVisible();
  await press(popup, text('undo'));
  await expect(popup.getByText(text('undone'))).toBeVisible();

  await openItem(popup, 'Of no more use');
  await press(popup, text('removeItem'));
  await expect(popup.getByText(text('removing', 'Of no more use'))).toBeVisible();
  await popup.close();
  await expect
    .poll(
      () =>
        client.openItem(id).then(
          () => 'there',
          (error) => error.code,
        ),
      { timeout: 20_000 },
    )
    .toBe('not-found');
  // The first one was due before.
  expect((await client.openItem(kept.id)).id).toBe(kept.id);
});

test('a deletion outlives its worker, and the list forgets the item', async ({
  extension,
  popup,
  client,
  item: { name },
}) => {
  const { id } = await itemNamed(client, name);
  await openItem(popup, name);
  await press(popup, text('removeItem'));
  await expect(popup.getByText(text('removing', name))).toBeVisible();
  await extension.killWorker();
  await expect
    .poll(
      () =>
        client.openItem(id).then(
          () => 'there',
          (error) => error.code,
        ),
      { timeout: 45_000 },
    )
    .toBe('not-found');
  await expect(popup.getByText(text('removing', name))).toHaveCount(0);
  await popup.getByRole('combobox', { name: text('searchLabel') }).fill(name);
  await expect(popup.getByRole('option', { name: new RegExp(name) })).toHaveCount(0);
});

test('a secret in large letters, spelled out, as a QR code, and gone again', async ({
  popup,
  client,
  item: { name },
}) => {
  const { id, password } = await itemNamed(client, name);
  await client.editItem(id, { password: 'aA0 #é' });
  await openItem(popup, name);
  await press(popup, text('largeType', text('password')));
  const dialog = popup.getByRole('dialog');
  const said = ['alfa', text('spellCapital', 'Alfa'), text('spellDigit', '0'), text('spellSpace')];
  await expect(dialog.locator('.said')).toHaveText([...said, 'hash', 'é']);
  await press(popup, text('qrShow'));
  await expect(dialog.getByRole('img', { name: text('qrTitle') })).toBeVisible();
  await popup.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  // A revealed value does not outlive the look at it.
  await press(popup, text('showLabel', text('password')));
  await expect(popup.locator('.text.secret').first()).toHaveText('aA0 #é');
  await expect(async () => {
    await popup.evaluate(() => dispatchEvent(new Event('blur')));
    await expect(popup.getByText('aA0 #é')).toHaveCount(0, { timeout: 500 });
  }).toPass();
  expect(password).not.toBe('');
});

test('the inbox counts what is new; an item of it offers nothing that cannot be done', async ({
  popup,
}) => {
  const unread = (await askFor(popup, 'inbox', {})).filter(({ viewed }) => !viewed).length;
  expect(unread).toBeGreaterThan(1);
  const button = popup.getByRole('button', { name: text('inbox'), exact: true });
  await expect(button).toHaveAccessibleDescription(`${unread} new`);
  await press(popup, text('inbox'));
  await popup
    .locator('.row', { hasText: text('unread') })
    .first()
    .click();
  await popup.locator('.value').first().waitFor();
  await press(popup, text('back'));
  await expect(button).toHaveAccessibleDescription(`${unread - 1} new`);
  await popup.locator('.row').first().click();
  await popup.locator('.value').first().waitFor();
  await expect(popup.getByRole('button', { name: text('editItem') })).toHaveCount(0);
  await expect(popup.locator('.acts')).toHaveCount(0);
  await expect(popup.locator('input[type=file]')).toHaveCount(0);
});
