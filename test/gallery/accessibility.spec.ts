/** That the check finds something, or every scene would pass. */
import { accessibilityProblems } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test('what is broken on a page is named, with where it is', async ({ page }) => {
  await page.setContent(
    '<html lang="en"><title>a</title><main><h1>a</h1><img id="dumb" src="data:,"><p id="pale" style="color:#ddd">hardly to be read</p></main>',
  );
  expect(await accessibilityProblems(page)).toEqual([
    'color-contrast at #pale',
    'image-alt at #dumb',
  ]);
  expect(await accessibilityProblems(page, ['color-contrast'])).toEqual([
    'color-contrast at #pale',
  ]);
});
