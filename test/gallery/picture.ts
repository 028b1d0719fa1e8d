/** Pictures of scenes that are the same on every machine, to be compared with those in `pictures/`. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** One font for all machines; what it lacks comes from the system's, a few grey dots in a small picture. */
const family = 'Picture';
const files = ['latin', 'cyrillic'].flatMap((script) =>
  [400, 600].map((weight) => ({
    weight,
    path: `node_modules/@fontsource/noto-sans/files/noto-sans-${script}-${weight}-normal.woff2`,
    range: script === 'latin' ? 'U+0-24F, U+2000-22FF' : 'U+400-4FF',
  })),
);

/** Shows the page in the one font. As bytes, because the policy of our pages loads no fonts. */
export async function setFont(page: Page): Promise<void> {
  const fonts = await Promise.all(
    files.map(async ({ weight, path, range }) => ({
      weight,
      range,
      bytes: (await readFile(path)).toString('base64'),
    })),
  );
  await page.evaluate(
    async ({ fonts, family }) => {
      for (const { weight, range, bytes } of fonts) {
        const data = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        const font = new FontFace(family, data, { weight: `${weight}`, unicodeRange: range });
        document.fonts.add(await font.load());
      }
      const sheet = new CSSStyleSheet();
      // What is said for a moment may have gone by now, or not.
      sheet.replaceSync(`
        * { font-family: ${family}, sans-serif !important }
        .notice { visibility: hidden }
      `);
      document.adoptedStyleSheets.push(sheet);
      await document.fonts.ready;
    },
    { fonts, family },
  );
}
