/** What holds on every screen in every state. */
import type { Page } from '@playwright/test';
import { accessibilityProblems } from './accessibility.ts';
import { test as base, expect } from './fixtures.ts';
import { overflows } from './overflow.ts';
import { setFont } from './picture.ts';
import { type SceneName, scenes } from './scenes.ts';

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

const test = base.extend({
  page: async ({ stage }, use) => {
    await use(stage);
    // What one scene has stored is not another's.
    await stage.evaluate(() => [localStorage, sessionStorage].map((store) => store.clear()));
    await stage.emulateMedia(looks.light);
  },
});

for (const name of Object.keys(scenes) as SceneName[]) {
  test(`${name} is accessible, whole, quiet and as it was`, async ({ scene, complaints }) => {
    const page = await scene(name);
    for (const [look, media] of Object.entries(looks)) {
      await page.emulateMedia(media);
      // Of what axe looks at, only colours differ between the looks.
      const rules = look === 'light' ? undefined : ['color-contrast'];
      expect(await accessibilityProblems(page, rules), look).toEqual([]);
    }
    expect(await smallTargets(page)).toEqual([]);
    expect(await overflows(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await setFont(page);
    for (const look of ['light', 'dark'] as const) {
      await page.emulateMedia(looks[look]);
      await expect(page).toHaveScreenshot(`${name}-${look}.png`, {
        scale: 'device',
        maxDiffPixelRatio: 0.01,
      });
    }
  });
}

// Between them they show nearly every text that a screen has; all scenes would take minutes.
const wordy: readonly SceneName[] = [
  'setup',
  'setup-certificate',
  'setup-passphrase-short',
  'setup-master-password',
  'welcome-no-sites',
  'unlock-pin-wrong',
  'unlock-other-account',
  'unlock-expired',
  'home',
  'home-filtered',
  'home-pick-vault',
  'home-offline',
  'home-nothing-found',
  'home-empty',
  'home-building',
  'home-copied',
  'home-keys',
  'home-draft',
  'item',
  'item-draft',
  'item-fill-rule',
  'item-acts',
  'item-shared',
  'item-same-passwords',
  'item-move',
  'item-history',
  'item-removing',
  'item-remove-failed',
  'item-large',
  'item-qr',
  'edit',
  'edit-leave',
  'edit-left',
  'edit-conflict',
  'edit-unsure',
  'edit-fields',
  'new-item-missing',
  'save',
  'save-update',
  'save-failed',
  'generator',
  'generator-words',
  'generator-managed',
  'unlock-weaker-key',
  'challenge-exposed',
  'consent-address-changed',
  'consent-sends-elsewhere',
  'browse',
  'browse-folder',
  'inbox',
  'inbox-empty',
  'options',
  'options-managed',
  'options-pin',
  'options-report',
  'options-not-set-up',
];

// The first two hold every language: each text in the language where it takes most room. Arabic runs
// the other way.
for (const lang of ['widest', 'longest-words', 'ar'] as const) {
  test(`no text is too long: ${lang}`, async ({ scene }) => {
    test.slow();
    const found: string[] = [];
    for (const name of wordy) {
      const problems = await overflows(await scene(name, lang));
      found.push(...problems.map((problem) => `${name}: ${problem}`));
    }
    expect(found).toEqual([]);
  });
}

/** Controls below the 24 pixels that a finger or an unsteady hand needs. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, [role=option]')]
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        const { width, height } = (
          control.closest('.box, .search, label') ?? control
        ).getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((control) => control.outerHTML),
  );
}
