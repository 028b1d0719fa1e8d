/** A browser of another language, with the built extension in it. */
import { readFileSync } from 'node:fs';
import { launchExtension } from './support/chromium.ts';
import { expect, test } from './support/fixtures.ts';

for (const language of ['ar', 'pt-BR', 'zh-CN']) {
  test(`speaks ${language} where the browser does`, async () => {
    const file = `public/_locales/${language.replace('-', '_')}/messages.json`;
    const texts: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
    const extension = await launchExtension({ language });
    const popup = await extension.openPopup();
    await expect(popup.locator('html')).toHaveAttribute('lang', language);
    await expect(popup.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(
      texts.setupTitle?.message ?? '',
    );
    const [name, signs, found] = await extension.inWorker(() => [
      chrome.runtime.getManifest().name,
      chrome.i18n.getMessage('signNames'),
      chrome.i18n.getMessage('setupStep', ['1', '3']),
    ]);
    expect(name).toBe(texts.extensionName?.message);
    // The browser takes one of two dollars, and puts values where our own reading of the file does.
    expect(signs).toContain('; $ ');
    expect(found).toBe(texts.setupStep?.message.replace('$1', '1').replace('$2', '3'));
    await extension.close();
  });
}
