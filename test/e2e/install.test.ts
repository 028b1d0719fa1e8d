import { expect, test } from './support/fixtures.ts';

/** What Chromium's own page of extensions is told about one. */
type Info = {
  readonly id: string;
  readonly manifestErrors: readonly unknown[];
  readonly runtimeErrors: readonly unknown[];
  readonly installWarnings?: readonly string[];
  readonly commands: readonly { readonly name: string; readonly keybinding: string }[];
};

test('Chromium finds nothing to complain about, and gives every key that is asked for', async ({
  extension,
}) => {
  const page = await extension.context.newPage();
  await page.goto('chrome://extensions');
  const all: Info[] = await page.evaluate('chrome.developerPrivate.getExtensionsInfo()');
  const ours = all.find(({ id }) => extension.origin.endsWith(id));
  expect(ours?.manifestErrors).toEqual([]);
  expect(ours?.runtimeErrors).toEqual([]);
  expect(ours?.installWarnings ?? []).toEqual([]);
  // A key that the browser keeps for itself is silently not given.
  const asked = await extension.inWorker(() => chrome.runtime.getManifest().commands ?? {});
  const expected = Object.entries(asked).map(([name, { suggested_key }]) => ({
    name,
    keybinding: suggested_key === undefined ? '' : expect.stringMatching(/./),
  }));
  expect(ours?.commands).toEqual(expected.map((each) => expect.objectContaining(each)));
});
