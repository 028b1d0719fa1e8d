/** The QR code of a one-time-code secret: read off the tab, or out of a picture that is pasted. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import encodeQR from 'qr';
import { launchExtension } from './support/chromium.ts';
import { expect, test } from './support/shared.ts';
import { signIn } from './support/sign-in.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

const link = 'otpauth://totp/Example:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';

const picture = (content: string, scale = 4) =>
  `data:image/gif;base64,${Buffer.from(encodeQR(content, 'gif', { scale, border: 4 })).toString('base64')}`;

/** A site that shows a code, as it does when two-factor sign-in is set up. */
async function showCode(site: Page, address: string): Promise<void> {
  await site.evaluate((src) => {
    document.body.innerHTML = '<h1>Scan this</h1><p>Some text around it.</p>';
    const image = document.createElement('img');
    image.src = src;
    image.style.margin = '40px 120px';
    document.body.append(image);
    return image.decode();
  }, address);
}

async function newCodeField(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: text('newItem') }).click();
  await popup.getByRole('button', { name: text('addField') }).click();
  await popup.locator('[name=field-type-0]').selectOption('totp');
}

async function paste(popup: Page, address: string): Promise<void> {
  await popup.locator('[name=field-0]').evaluate((field, src) => {
    const bytes = Uint8Array.from(atob(src.split(',')[1] ?? ''), (char) => char.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'code.gif', { type: 'image/gif' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, address);
}

/**
 * A press on the toolbar's button lets the popup look at the tab (`activeTab`), and no driver can press it: a
 * popup that is opened by a call has not got that right. So here, and only here, it stands in the manifest.
 */
async function withSight(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-sight-'));
  await cp('dist/chrome', folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: ['<all_urls>'] }));
  return folder;
}

test('the real popup reads the code off the tab in front', async ({ server }) => {
  const folder = await withSight();
  const extension = await launchExtension({ folder });
  const site = await extension.context.newPage();
  await site.goto(server.site.loginUrl);
  const popup = await extension.openPopup(site);
  await signIn(popup, server.v4);
  await popup.close();
  await showCode(site, picture(link));
  const real = await extension.openRealPopup(site);
  const value = await real.evaluate(`(async () => {
    const until = async (find) => {
      for (let turn = 0; turn < 200; turn++) {
        const found = find();
        if (found) return found;
        await new Promise((next) => setTimeout(next, 50));
      }
      throw new Error('not there: ' + find + document.body.innerText);
    };
    const labelled = (label) => () => document.querySelector('[aria-label="' + label + '"]');
    (await until(labelled(${JSON.stringify(text('newItem'))}))).click();
    (await until(() => document.querySelector('.edit-fields > .button'))).click();
    const type = await until(() => document.querySelector('[name=field-type-0]'));
    type.value = 'totp';
    type.dispatchEvent(new Event('change', { bubbles: true }));
    (await until(labelled(${JSON.stringify(text('scanQr'))}))).click();
    const read = await until(() => document.querySelector('[name=field-0]').value || document.querySelector('.pill')?.textContent);
    return read;
  })()`);
  expect(value).toBe(link);
  await extension.close();
  await rm(folder, { recursive: true });
});

test('a picture of it is pasted', async ({ popup }) => {
  await newCodeField(popup);
  await paste(popup, picture(link));
  await expect(popup.locator('[name=field-0]')).toHaveValue(link);
  await expect(popup.getByText(/^Code now: \d{6}$/)).toBeVisible();
});

test('another code, no code, and a tab that may not be looked at are told apart', async ({
  popup,
}) => {
  await newCodeField(popup);
  await paste(popup, picture('https://example.com/'));
  await expect(popup.getByText(text('qrOther'))).toBeVisible();
  await paste(popup, 'data:image/gif;base64,R0lGODlhAQABAAAAACw=');
  await expect(popup.getByText(text('qrNone'))).toBeVisible();
  // This page was not opened by the toolbar's button, so the browser lets it see no tab.
  await popup.getByRole('button', { name: text('scanQr') }).click();
  await expect(popup.getByText(text('qrForbidden'))).toBeVisible();
  await expect(popup.locator('[name=field-0]')).toHaveValue('');
});
