/** What holds on every screen in every state. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { type SceneName, scenes } from './scenes.ts';

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const name of Object.keys(scenes) as SceneName[]) {
  test(`${name} is accessible, whole and quiet`, async ({ scene, complaints }) => {
    const page = await scene(name);
    for (const [look, media] of Object.entries(looks)) {
      await page.emulateMedia(media);
      const axe = new AxeBuilder({ page });
      // Of what axe looks at, only colours differ between the looks.
      if (look !== 'light') axe.withRules('color-contrast');
      const { violations } = await axe.analyze();
      const found = violations.map(({ id, nodes }) => `${look} ${id} ${nodes[0]?.html}`);
      expect(found).toEqual([]);
    }
    expect(await smallTargets(page)).toEqual([]);
    expect(await overflows(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

for (const lang of ['de', 'ru'] as const) {
  test(`no text is too long in ${lang}`, async ({ scene }) => {
    test.slow();
    for (const name of Object.keys(scenes) as SceneName[]) {
      const page = await scene(name, lang);
      expect(await overflows(page), name).toEqual([]);
    }
  });
}

/** Controls below the 24 pixels that a finger or an unsteady hand needs. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, [role=option]')]
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        const { width, height } = (
          control.closest('.box, .search') ?? control
        ).getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((control) => control.outerHTML),
  );
}

/** Boxes whose content is wider than they are, unless they cut it with an ellipsis on purpose. */
function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
      .filter((element) => !element.closest('.hints, .hidden-visually, .tile, input'))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.className}: ${element.textContent?.slice(0, 40)}`),
  );
}
