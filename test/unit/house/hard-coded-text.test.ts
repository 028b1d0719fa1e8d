import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hardCodedInCode, hardCodedInPage } from './hard-coded-text.ts';
import { filesBelow, readSources } from './sources.ts';

describe('texts', () => {
  it('come from the texts of a language, in code', () => {
    const found = Object.entries(readSources()).flatMap(([path, source]) =>
      hardCodedInCode(path, source),
    );
    expect(found).toEqual([]);
  });

  it('come from the texts of a language, in pages', () => {
    // Nobody sees the page that holds the clipboard in Chromium.
    const pages = filesBelow('src').filter((path) => /^(?!offscreen).*\.html$/.test(path));
    expect(pages.length).toBeGreaterThan(1);
    expect(
      pages.flatMap((path) => hardCodedInPage(path, readFileSync(`src/${path}`, 'utf8'))),
    ).toEqual([]);
  });

  it.each([
    'const a = <p>Hello there</p>;',
    'const a = <p>{ready ? "Ready" : null}</p>;',
    'const a = <p>{ready && `Ready since ` + day}</p>;',
    'const a = <><b>Hello</b></>;',
    'const a = <button title="Close" />;',
    'const a = <button aria-label={open ? t("close") : "Open"} />;',
    'const a = <Field label={`Host`} />;',
    'row.textContent = "Nothing here";',
    'row.setAttribute("aria-label", `Fill ` + name);',
  ])('are found in %s', (source) => {
    expect(hardCodedInCode('a.tsx', source)).toHaveLength(1);
  });

  it.each([
    'const a = <p class="grow">{t("loading")}</p>;',
    'const a = <p title={t(key)}>{name} · {plural("found", 3)}</p>;',
    'const a = <p>{kind === "vault" ? t("vault") : null}</p>;',
    'const a = <kbd>Esc</kbd>;',
    'row.textContent = item.name; row.className = "row";',
    'row.setAttribute("role", "option");',
  ])('are not suspected in %s', (source) => {
    expect(hardCodedInCode('a.tsx', source)).toEqual([]);
  });

  it('are found in a page, in its texts and its attributes', () => {
    expect(hardCodedInPage('a.html', '<p class="note">Loading</p><i title="Wait"></i>')).toEqual([
      'a.html: Loading',
      'a.html: Wait',
    ]);
    expect(hardCodedInPage('a.html', '<title>Latchkey</title><p class="note"></p>')).toEqual([]);
  });
});
