/** One signed-in browser for all hard cases, the site of their pages, and one item that belongs there. */
import { test as base, expect, type Page } from '@playwright/test';
import { oneTimeCode } from '../../server/crypto/one-time-code.ts';
import { fewRounds } from '../../server/options.ts';
import { startServer } from '../../server/start.ts';
import { type Site, startSite } from '../../support/content/site.ts';
import { askFor } from './ask.ts';
import { type Extension, launchExtension } from './chromium.ts';
import { signIn } from './sign-in.ts';

/** What the item holds; the password is one that keys could not type everywhere. */
export const kept = {
  name: 'Harbour cases',
  login: 'anna@example.test',
  password: 'S3cret, wörd',
  codeSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  /** A field of its own, named as an input of a page is. */
  berth: 'Quay 4',
} as const;

/** The codes that may be the present one: a step may end between two looks. */
export function codesNow(): readonly string[] {
  const now = Date.now() / 1000;
  return [oneTimeCode(kept.codeSecret, now), oneTimeCode(kept.codeSecret, now - 30)];
}

declare global {
  /** In the worker, for these tests: what pages have asked of it. */
  var askedByPages: string[] | undefined;
}

export type CasesWorld = {
  readonly extension: Extension;
  readonly site: Site;
  /** What pages have asked the worker since `forget`. */
  asked(): Promise<readonly string[]>;
  forget(): Promise<void>;
};

export const test = base.extend<{ tab: Page }, { world: CasesWorld }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const [server, site, extension] = await Promise.all([
        startServer(fewRounds),
        startSite(),
        launchExtension(),
      ]);
      const popup = await extension.openPopup();
      await signIn(popup, server.v4);
      await keepItem(popup, site);
      await use({ extension, site, ...(await listen(extension)) });
      await extension.close();
      await Promise.all([server.close(), site.close()]);
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  tab: async ({ world }, use) => {
    const tab = await world.extension.context.newPage();
    await world.forget();
    await use(tab);
    await tab.close();
  },
});

export { expect };

/** Makes the item as the popup does. */
async function keepItem(popup: Page, site: Site): Promise<void> {
  const { all } = await askFor(popup, 'places', {});
  const [place] = all;
  if (place === undefined) throw new Error('the demo company has no vault');
  const { id, form } = await askFor(popup, 'edit', { ref: null });
  const { name, login, password, codeSecret, berth } = kept;
  const code = { from: null, name: 'Code', type: 'totp', value: codeSecret };
  const own = { from: null, name: 'Berth', type: 'text', value: berth };
  const { vaultId, folderId } = place;
  await askFor(popup, 'save', {
    id,
    form: {
      ...form,
      place: { vaultId, folderId },
      name,
      login,
      password,
      urls: [site.url('')],
      fields: [code, own],
    },
  });
}

/** Hears what pages ask, beside the worker's own listener and without an answer. */
async function listen({ inWorker }: Extension) {
  await inWorker(() => {
    chrome.runtime.onMessage.addListener((message) => {
      if (message?.channel === 'page') globalThis.askedByPages?.push(message.call);
    });
  });
  return {
    asked: () => inWorker(() => globalThis.askedByPages ?? []),
    forget: () =>
      inWorker(() => {
        globalThis.askedByPages = [];
      }),
  };
}
