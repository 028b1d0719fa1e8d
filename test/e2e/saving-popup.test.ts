/** The question in the popup, each answer proved by another client of the server. */
import type { Page } from '@playwright/test';
import type { Passwork } from '../../src/passwork/index.ts';
import type { RunningServer } from '../server/start.ts';
import { askFor } from './support/ask.ts';
import type { Extension } from './support/chromium.ts';
import { waitForEngine } from './support/engine.ts';
import { itemsNamed } from './support/on-server.ts';
import { choosePlace } from './support/popup-item.ts';
import { expect, test as shared } from './support/shared.ts';
import { text } from './support/texts.ts';

type World = {
  readonly popup: Page;
  readonly page: Page;
  readonly server: RunningServer;
  readonly extension: Extension;
  readonly client: Passwork;
  /** A login that takes any password, on a host that no other test visits. */
  readonly trial: string;
};

const test = shared.extend<{ world: World }>({
  world: async ({ popup, site: page, server, extension, client, word }, use) => {
    const trial = new URL('/trial/login', server.site.loginUrl);
    trial.hostname = `${word}.localhost`;
    await use({ popup, page, server, extension, client, trial: trial.href });
  },
});
test.describe.configure({ mode: 'default' });

/** Signs in at the trial page. */
async function logIn(world: World, user: string, password: string): Promise<void> {
  await world.page.bringToFront();
  await world.page.goto(world.trial);
  await typeLogin(world, user, password);
}

/** By keys from the first field on: our menu lies over the second one. */
async function typeLogin({ page, popup }: World, user: string, password: string): Promise<void> {
  await page.locator('#u').click();
  await waitForEngine(popup, page);
  await page.keyboard.type(user);
  await page.keyboard.press('Tab');
  await expect(page.locator('#p')).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/done');
}

/**
 * Signs in as somebody else on another site and waits for that question. Whatever an earlier login led to, it
 * has led to by then; answers with all that is kept.
 */
async function settle(world: World): Promise<string> {
  const { page, popup, trial } = world;
  const other = new URL(trial);
  other.hostname = `elsewhere-${other.hostname}`;
  await page.goto(other.href);
  await typeLogin(world, 'somebody', 'of another site');
  const asked = async () =>
    (await askFor(popup, 'saveQuestion', { tabId: await tabId(world) }))?.draft.login;
  await expect.poll(asked, { timeout: 10_000 }).toBe('somebody');
  return popup.evaluate(async () =>
    JSON.stringify([await chrome.storage.session.get(), await chrome.storage.local.get()]),
  );
}

async function tabId({ popup, page }: World): Promise<number> {
  return popup.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1, page.url());
}

async function isAsked(world: World): Promise<boolean> {
  const question = await askFor(world.popup, 'saveQuestion', { tabId: await tabId(world) });
  return question !== null;
}

/** Opens the popup over the site once there is something to ask. */
async function openQuestion(world: World): Promise<Page> {
  await expect.poll(() => isAsked(world), { timeout: 10_000 }).toBe(true);
  const asking = await world.extension.openPopup(world.page);
  await asking.locator('form.save').waitFor();
  return asking;
}

const button = (page: Page, key: Parameters<typeof text>[0]) =>
  page.getByRole('button', { name: text(key), exact: true });

test('saves a new item, names of 200 characters too, and asks no more for it', async ({
  world,
}) => {
  const { popup, page, client } = world;
  await logIn(world, 'marta', 'S3cret of marta');
  const asking = await openQuestion(world);
  await expect(asking.getByRole('heading', { level: 1 })).toHaveText(text('saveTitle'));
  const asked = await tabId(world);
  const badge = () => popup.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), asked);
  await expect.poll(badge).toBe('+');

  await button(asking, 'saveNow').click();
  await expect(asking.getByText(text('savePlaceMissing'))).toBeVisible();
  const name = `${'Norrsund '.repeat(22)}ÅÄ`;
  expect(name).toHaveLength(200);
  await asking.locator('[name=name]').fill(name);
  await choosePlace(asking, 'it');
  // Closing at once loses nothing that was typed.
  await asking.close();
  const again = await openQuestion(world);
  await expect(again.locator('[name=name]')).toHaveValue(name);
  await button(again, 'saveNow').dblclick();
  await expect(again.getByText(text('savedNew'))).toBeVisible();

  const [item, ...more] = await itemsNamed(client, name);
  expect(more).toEqual([]);
  expect(item).toMatchObject({
    name,
    login: 'marta',
    password: 'S3cret of marta',
    urls: [new URL(page.url()).origin],
  });
  expect(await isAsked(world)).toBe(false);
  await logIn(world, 'marta', 'S3cret of marta');
  expect(await settle(world)).not.toContain('S3cret of marta');

  // The next one goes where the last one went, unless another place is chosen.
  await logIn(world, 'otto', 'S3cret of otto');
  const next = await openQuestion(world);
  await next.locator('[name=name]').fill('Trial of otto');
  const place = next.getByRole('combobox', { name: text('placeLabel') });
  await expect(place).toHaveValue(/^IT/);
  await button(next, 'saveNow').click();
  await expect(next.getByText(text('savedNew'))).toBeVisible();
  const [second] = await itemsNamed(client, 'Trial of otto');
  expect(second).toMatchObject({ vaultId: item?.vaultId, folderId: item?.folderId });
});

test('updates the item with the same login instead of adding another', async ({ world }) => {
  const { popup, server, client } = world;
  await logIn(world, 'marta', 'the first');
  const first = await openQuestion(world);
  await first.locator('[name=name]').fill('Trial of marta');
  await choosePlace(first, 'it');
  await button(first, 'saveNow').click();
  await expect(first.getByText(text('savedNew'))).toBeVisible();
  await first.close();

  await logIn(world, 'Marta', 'the second');
  server.control.clearRequests();
  const second = await openQuestion(world);
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(text('updateTitle'));
  await expect(second.getByRole('radio').first()).toBeChecked();
  // The item was not opened yet: that would stand in the audit log.
  const opened = () =>
    server.control.requests().filter(({ path }) => /\/passwords\/[^/]+$/.test(path));
  expect(opened()).toEqual([]);
  await button(second, 'updateNow').click();
  await expect(second.getByText(text('savedUpdate'))).toBeVisible();
  expect(opened()).not.toEqual([]);
  const items = await itemsNamed(client, 'Trial of marta');
  expect(items.map(({ password, login }) => [login, password])).toEqual([['marta', 'the second']]);

  // What was saved counts among the passwords that are known, as it is now.
  const twin = { vaultId: items[0]?.vaultId ?? '', folderId: null, name: 'Twin' };
  const id = await client.addItem({ ...twin, password: 'the second' });
  await askFor(popup, 'refresh', {});
  const health = () => askFor(popup, 'health', { ref: { kind: 'item', id } });
  await expect
    .poll(async () => (await health()).same.map((row) => row.name))
    .toEqual(['Trial of marta']);
});

test('keeps what was typed while the server is away, and says so', async ({ world }) => {
  const { server, extension, client } = world;
  await logIn(world, 'marta', 'S3cret of marta');
  const asking = await openQuestion(world);
  await asking.locator('[name=name]').fill('Trial offline');
  await choosePlace(asking, 'it');
  await server.control.goDown();
  await button(asking, 'saveNow').click();
  await expect(asking.getByRole('alert')).toContainText(text('saveKept'), { timeout: 30_000 });
  await asking.close();
  await extension.killWorker();
  await server.control.comeUp();
  const again = await openQuestion(world);
  await expect(again.locator('[name=name]')).toHaveValue('Trial offline');
  await button(again, 'saveNow').click();
  await expect(again.getByText(text('savedNew'))).toBeVisible();
  expect(await itemsNamed(client, 'Trial offline')).toHaveLength(1);
});

test('never doubles an item whose answer was lost', async ({ world }) => {
  const { server, extension, client } = world;
  await logIn(world, 'marta', 'S3cret of marta');
  const asking = await openQuestion(world);
  await asking.locator('[name=name]').fill('Trial unsure');
  await choosePlace(asking, 'it');
  // The item is made, its answer lost, and so is every look.
  server.control.setFaults(
    'truncated@POST /passwords=1,reset@GET /folders/*/passwords,reset@GET /vaults/*/passwords',
  );
  await button(asking, 'saveNow').click();
  await expect(asking.getByRole('alert')).toContainText(text('errorUnknownOutcome'), {
    timeout: 45_000,
  });
  server.control.setFaults('');
  await extension.killWorker();
  await button(asking, 'saveNow').click();
  await expect(asking.getByText(text('savedNew'))).toBeVisible();
  expect(await itemsNamed(client, 'Trial unsure')).toHaveLength(1);
});

test('asks no more on a site where the user said never, nor after “Don’t save”', async ({
  world,
}) => {
  await logIn(world, 'marta', 'one');
  const first = await openQuestion(world);
  await button(first, 'saveNot').click();
  await expect(first.locator('form.save')).toHaveCount(0);
  expect(await isAsked(world)).toBe(false);
  await first.close();

  await logIn(world, 'marta', 'two');
  const second = await openQuestion(world);
  await button(second, 'saveNever').click();
  await expect(second.locator('form.save')).toHaveCount(0);
  await logIn(world, 'marta', 'the third one');
  expect(await settle(world)).not.toContain('the third one');
});

test('a lock forgets what was typed, and a locked vault keeps nothing', async ({ world }) => {
  const { popup, server } = world;
  const stored = () =>
    popup.evaluate(async () =>
      JSON.stringify([await chrome.storage.session.get(), await chrome.storage.local.get()]),
    );
  await logIn(world, 'marta', 'S3cret of marta');
  await expect.poll(() => isAsked(world), { timeout: 10_000 }).toBe(true);
  expect(await stored()).toContain('S3cret of marta');
  await askFor(popup, 'lock', {});
  expect(await stored()).not.toContain('S3cret of marta');
  await logIn(world, 'marta', 'typed while locked');
  expect(await stored()).not.toContain('typed while locked');
  await askFor(popup, 'unlock', { secret: server.v4.masterPassword });
  expect(await settle(world)).not.toContain('typed while locked');
});

test('a password that we filled ourselves is not asked about', async ({ world }) => {
  const { popup, page, server, trial } = world;
  await logIn(world, 'marta', 'kept in the vault');
  const asking = await openQuestion(world);
  await asking.locator('[name=name]').fill('Trial filled');
  await choosePlace(asking, 'it');
  await button(asking, 'saveNow').click();
  await expect(asking.getByText(text('savedNew'))).toBeVisible();
  await asking.close();
  // What this run of the browser knew of it is gone with the lock.
  await askFor(popup, 'lock', {});
  await askFor(popup, 'unlock', { secret: server.v4.masterPassword });
  await page.goto(trial);
  const find = () =>
    askFor(popup, 'find', { query: 'Trial filled', tabId: null, offset: 0, limit: 1 });
  await expect.poll(async () => (await find()).rows.length).toBe(1);
  const [row] = (await find()).rows;
  const id = row?.id ?? '';
  await askFor(popup, 'fill', { ref: { kind: 'item', id }, tabId: await tabId(world) });
  // The user adds a letter to the name and takes it away: it is read, and known.
  await page.locator('#u').click();
  await page.keyboard.type('x');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/done');
  expect(await settle(world)).not.toContain('kept in the vault');
});
