/** Servers that ask for name and password before they show a page (HTTP Basic and Digest). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startHostileSite } from '../support/hostile-site.ts';
import { askFor } from './support/ask.ts';
import { type Extension, launchExtension } from './support/chromium.ts';
import { expect, test } from './support/fixtures.ts';
import { signIn, waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

/** What a page load comes to where nobody answers but the browser: its own window, which the driver closes. */
const ownPrompt = /ERR_INVALID_AUTH_CREDENTIALS/;

const load = (page: Page, url: string): Promise<string> =>
  page.goto(url).then(
    async () => (await page.getByRole('heading').textContent()) ?? '',
    (thrown: Error) => thrown.message,
  );

/** The window of ours that comes up while something is done. */
async function windowOpenedBy(extension: Extension, act: () => void): Promise<Page> {
  const opened = extension.context.waitForEvent('page', (page) =>
    page.url().includes('?challenge='),
  );
  act();
  return opened;
}

/** Presses a button of the window, once the question has stood there for a while. */
async function press(asked: Page, key: 'challengeOnce' | 'challengeRemember' | 'challengeLeave') {
  const closed = asked.waitForEvent('close');
  await expect(async () => {
    if (!asked.isClosed()) await asked.getByRole('button', { name: text(key) }).click();
    await Promise.race([
      closed,
      new Promise((_, reject) => setTimeout(() => reject(new Error('still there')), 300)),
    ]);
  }).toPass();
}

/** The setting, pressed in the settings page as a person does. */
async function openSwitch({ context, origin }: Extension) {
  const options = await context.newPage();
  await options.goto(`${origin}/src/options/index.html`);
  const permissions = ['webRequest', 'webRequestAuthProvider'] as const;
  return {
    options,
    box: options.getByLabel(text('answerChallenges')),
    restartNote: options.getByText(text('challengesRestart')),
    granted: () =>
      options.evaluate(
        (all) => chrome.permissions.contains({ permissions: [...all] }),
        permissions,
      ),
  };
}

test('F3: a challenge is answered after a restart and a yes in our own window, once, and never for others', async ({
  server,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-challenges-'));
  let extension = await launchExtension({ profile });
  const evil = await startHostileSite();
  try {
    let popup = await extension.openPopup();
    await signIn(popup, server.v4);
    let page = await extension.context.newPage();
    const guarded = (path: string) => new URL(`/guarded/${path}`, server.site.loginUrl).href;
    const { login, displayName } = server.site.accounts[0];
    const welcome = `Welcome, ${displayName}`;
    const windows = () =>
      extension.context.pages().filter((each) => each.url().includes('?challenge=')).length;

    // Nothing of it before it is switched on. The permission comes with the switch, and goes with it.
    expect(await load(page, guarded('off/basic'))).toMatch(ownPrompt);
    const wanted = async () => (await askFor(popup, 'settings', {})).answerChallenges;
    const before = await openSwitch(extension);
    for (const on of [true, false, true]) {
      await before.box.click();
      await expect.poll(wanted).toBe(on);
      await expect(before.restartNote).toHaveCount(on ? 1 : 0);
      expect(await before.granted()).toBe(on);
    }
    // Chromium tells of no request yet: the note under the switch says what to do.
    await page.bringToFront();
    expect(await load(page, guarded('early/basic'))).toMatch(ownPrompt);
    expect(windows()).toBe(0);
    // What a loaded folder was allowed outlives the browser only where it was started anew once; one from a
    // store is remembered at once.
    const gone = before.options.waitForEvent('close');
    await extension.inWorker(() => chrome.runtime.reload()).catch(() => undefined);
    await gone;
    await extension.close();

    extension = await launchExtension({ profile });
    const after = await openSwitch(extension);
    await expect(after.box).toBeChecked();
    expect(await after.granted()).toBe(true);
    await expect(after.restartNote).toHaveCount(0);
    popup = await extension.openPopup();
    await popup.locator('[name=secret]').fill(server.v4.masterPassword);
    await popup.getByRole('button', { name: text('unlock') }).click();
    await waitForItems(popup);
    page = await extension.context.newPage();

    // Once: by a worker that had been stopped, and that wakes for it.
    await extension.killWorker();
    let shown = Promise.resolve('');
    let asked = await windowOpenedBy(extension, () => {
      shown = load(page, guarded('Store room/basic'));
    });
    await expect(asked.getByText('Store room')).toBeVisible();
    await expect(asked.locator('main')).toContainText(new URL(server.site.url).host);
    expect(await asked.content()).not.toContain(server.site.accounts[0].password);
    const choice = () => asked.getByRole('radio').and(asked.getByLabel(login)).first();
    await choice().check();
    await press(asked, 'challengeOnce');
    expect(await shown).toBe(welcome);
    expect((await askFor(popup, 'realms', {})).length).toBe(0);

    // Digest, remembered: the next time this realm asks, here in the other scheme, nothing is asked.
    asked = await windowOpenedBy(extension, () => {
      shown = load(page, guarded('Lab/digest'));
    });
    await choice().check();
    await press(asked, 'challengeRemember');
    expect(await shown).toBe(welcome);
    expect(await askFor(popup, 'realms', {})).toEqual([
      { origin: new URL(server.site.url).origin, realm: 'Lab' },
    ]);

    expect(await load(page, guarded('Lab/basic'))).toBe(welcome);
    expect(windows()).toBe(0);

    // Not now, and the window closed: the browser asks itself, and we are silent about the same request.
    asked = await windowOpenedBy(extension, () => {
      shown = load(page, guarded('later/basic'));
    });
    await press(asked, 'challengeLeave');
    expect(await shown).toMatch(ownPrompt);
    asked = await windowOpenedBy(extension, () => {
      shown = load(page, guarded('closed/basic'));
    });
    await expect(asked.getByText('closed')).toBeVisible();
    await asked.close();
    expect(await shown).toMatch(ownPrompt);

    // A worker that dies while it waits leaves the request to the browser, and the window says that it is over.
    asked = await windowOpenedBy(extension, () => {
      shown = load(page, guarded('dying/basic'));
    });
    await expect(asked.getByText('dying')).toBeVisible();
    await extension.killWorker();
    expect(await shown).toMatch(ownPrompt);
    const over = asked.getByText(text('challengeOver'));
    await expect(async () => {
      if (!(await over.isVisible())) await asked.keyboard.press('Enter');
      await expect(over).toBeVisible({ timeout: 300 });
    }).toPass();
    await asked.close();

    // A wrong answer is given once; then the browser asks. What was remembered and wrong is forgotten.
    asked = await windowOpenedBy(extension, () => {
      shown = load(page, guarded('locked/basic'));
    });
    await choice().check();
    await press(asked, 'challengeRemember');
    expect(await shown).toMatch(ownPrompt);
    expect(windows()).toBe(0);
    expect((await askFor(popup, 'realms', {})).map(({ realm }) => realm)).toEqual(['Lab']);
    // Node knows no names below localhost.
    const answers = guarded('locked/answers').replace('intranet.localhost', '127.0.0.1');
    expect(await (await fetch(answers)).text()).toBe('1');

    // A foreign page around it, a picture in a page, a locked vault: nothing is asked.
    const foreign = evil.page(`<iframe src="${guarded('framed/basic')}"></iframe>
      <img src="${guarded('picture/basic')}">`);
    // The page of the error before may still be on its way.
    await expect(() => page.goto(foreign)).toPass();
    await askFor(popup, 'lock', {});
    expect(await load(page, guarded('asleep/basic'))).toMatch(ownPrompt);
    expect(windows()).toBe(0);
  } finally {
    await evil.close();
    await extension.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
