import { expect, test } from './support/fixtures.ts';

test('Firefox finds nothing to complain about in the manifest', async ({ world }) => {
  expect(await world.firefox.complaints()).toEqual([]);
});
