/** What axe finds on a page. */
import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** Each line is a rule and the elements that break it. `rules`: only these; all where left out. */
export async function accessibilityProblems(
  page: Page,
  rules?: readonly string[],
): Promise<string[]> {
  // Half a megabyte: once for a page, whose looks are asked one after the other.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const options: RunOptions = {
    // What is right is not described, which takes longer than finding it.
    resultTypes: ['violations'],
    ...(rules === undefined ? {} : { runOnly: [...rules] }),
  };
  return page.evaluate(async (options) => {
    const { run } = Reflect.get(globalThis, 'axe') as typeof axe;
    const { violations } = await run(options);
    return violations.map(
      ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, options);
}
