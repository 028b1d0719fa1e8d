/** A policy file of the machine, as an administrator deploys it, in a real Chromium. */
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultGeneratorRules } from '../../src/model/generator.ts';
import { startServer } from '../server/start.ts';
import { ask, askFor } from './support/ask.ts';
import { launchExtension } from './support/chromium.ts';
import { expect, test } from './support/fixtures.ts';
import { signIn } from './support/sign-in.ts';
import { text } from './support/texts.ts';

const folder = '/etc/chromium/policies/managed';
const file = `${folder}/latchkey-test.json`;

/** Chromium derives the id of an unpacked extension from its path: 16 bytes of a hash, as letters from a. */
function unpackedId(path: string): string {
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return digest.replace(/./g, (hex) => String.fromCharCode(97 + Number.parseInt(hex, 16)));
}

/** Chromium knows no other place for policies. */
function requireFolder(): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(`Not tried: only root may write ${folder}. Run this test as root, as CI does.`);
  }
}

test('S16: what the organisation prescribes holds and is shown as locked', async () => {
  requireFolder();
  const server = await startServer();
  // A copy has an id of its own, so that the policy is not in the way of tests that run beside this one.
  const copy = mkdtempSync(join(tmpdir(), 'latchkey-'));
  cpSync('dist/chrome', copy, { recursive: true });
  const id = unpackedId(copy);
  const policy = {
    servers: [server.url],
    lockAfterMinutes: 7,
    offerInPage: false,
    pinAllowed: false,
    revealAllowed: false,
    ignoredSites: ['intranet.localhost'],
    generatedPasswords: { minLength: 40, upper: true, digits: true, symbols: true },
  };
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
  const extension = await launchExtension({ folder: copy });
  try {
    expect(extension.origin).toBe(`chrome-extension://${id}`);
    // The browser hands the policy over a moment after a fresh extension was loaded.
    await expect
      .poll(() => extension.inWorker(() => chrome.storage.managed.get(null)))
      .toEqual(policy);
    const site = await extension.context.newPage();
    await site.goto(server.site.loginUrl);
    const popup = await extension.openPopup(site);
    await expect(popup.getByLabel(text('host'), { exact: true })).toHaveValue(server.url);
    await signIn(popup, server.v4);

    const settings = await askFor(popup, 'settings', {});
    expect(settings).toMatchObject({ lockAfterMinutes: 7, offerInPage: false });
    // A choice against it is kept for later, and changes nothing now.
    const saved = await askFor(popup, 'saveSettings', { ...settings, lockAfterMinutes: 0 });
    expect(saved.lockAfterMinutes).toBe(7);
    const managed = await askFor(popup, 'managed', {});
    expect([...managed.settings].sort()).toEqual(['lockAfterMinutes', 'offerInPage']);

    const weak = {
      ...defaultGeneratorRules,
      length: 8,
      upper: false,
      digits: false,
      symbols: false,
    };
    const { text: made } = await askFor(popup, 'generate', { rules: weak });
    expect(made).toMatch(/^(?=.*[A-Z])(?=.*\d)(?=.*[^A-Za-z0-9]).{40}$/);
    await popup.getByRole('button', { name: text('generator'), exact: true }).click();
    await expect(popup.getByLabel('A–Z', { exact: true })).toBeDisabled();
    await expect(popup.getByText(text('generatorManaged'))).toBeVisible();

    const forbidden = { ok: false, error: { code: 'forbidden' } };
    expect(await ask(popup, 'savePin', { pin: '482913' })).toEqual(forbidden);
    const { rows } = await askFor(popup, 'find', {
      query: 'ingrid',
      tabId: null,
      offset: 0,
      limit: 9,
    });
    const row = rows.find(({ login }) => login === server.site.accounts[0].login);
    if (row === undefined) throw new Error('the demo data lacks the item');
    const ref = { kind: 'item', id: row.id } as const;
    expect(await ask(popup, 'reveal', { ref, part: { part: 'password' } })).toEqual(forbidden);
    const tabId = await popup.evaluate(
      async (url) => (await chrome.tabs.query({ url: `${url}*` }))[0]?.id ?? -1,
      server.site.loginUrl,
    );
    expect(await ask(popup, 'fill', { ref, tabId })).toEqual(forbidden);
    await expect(site.getByLabel('Password')).toHaveValue('');

    const other = { host: 'elsewhere.example', apiKey: 'k', masterPassword: '', passphrase: '' };
    expect(await ask(popup, 'signIn', other)).toEqual(forbidden);
  } finally {
    await extension.close();
    await server.close();
    rmSync(file);
    rmSync(copy, { recursive: true });
  }
});
