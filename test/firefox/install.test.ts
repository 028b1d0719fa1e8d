import { expect, test } from './support/fixtures.ts';

test('Firefox finds nothing to complain about in the manifest', async ({ firefox }) => {
  expect(await firefox.complaints()).toEqual([]);
});
