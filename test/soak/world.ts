/** What a walk goes through: one server, one browser, one signed-in extension, and what is known of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { type Extension, launchExtension } from '../e2e/support/chromium.ts';
import { signIn } from '../e2e/support/sign-in.ts';
import { type RunningServer, startServer } from '../server/start.ts';
import { type Ears, listen } from './ears.ts';
import { type Heaps, readHeaps } from './heaps.ts';
import { restLimit } from './popup.ts';
import type { Random } from './random.ts';

export type World = {
  readonly server: RunningServer;
  readonly extension: Extension;
  readonly browser: CDPSession;
  /** Folder of the browser's profile. */
  readonly profile: string;
  readonly ears: Ears;
  readonly random: Random;
  /** Heaps right after the sign-in. */
  readonly start: Heaps;
  /** Name to secret: everything that must not be seen anywhere; grows with each session and draft. */
  readonly canaries: Map<string, string>;
  /** The page in front, on the demo site's login form unless an act has just left it. */
  site: Page;
  /** The popup over `site`. */
  popup: Page;
  /** Nobody listens at the server's address. */
  away: boolean;
  /** The server has ended the session, and the extension need not have noticed. */
  revoked: boolean;
  /** Tokens have expired; `cut` where the worker died since, perhaps while they were renewed. */
  renewal: 'none' | 'due' | 'cut';
  /** A password of the first account was put into `site` since it was loaded. */
  filled: boolean;
  close(): Promise<void>;
};

export async function createWorld(random: Random): Promise<World> {
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-soak-'));
  const server = await startServer();
  const extension = await launchExtension({ profile });
  extension.context.setDefaultTimeout(restLimit);
  const ears = listen(extension);
  const site = await extension.context.newPage();
  await site.goto(server.site.loginUrl);
  const first = await extension.openPopup(site);
  await signIn(first, server.v4);
  // The page of the first run may have come to the front meanwhile: a popup is about one tab.
  await first.close();
  const popup = await extension.openPopup(site);
  const browser = await extension.context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('Playwright gave no browser');
  const { v4 } = server;
  const canaries = new Map([
    ['master password', v4.masterPassword],
    ['API key', v4.apiKey],
  ]);
  for (const { login, password, codeSecret } of server.site.accounts) {
    canaries.set(`password of ${login}`, password);
    if (codeSecret !== null) canaries.set(`code secret of ${login}`, codeSecret);
  }
  return {
    server,
    extension,
    browser,
    profile,
    ears,
    random,
    start: await readHeaps(browser, { origin: extension.origin, pageUrl: server.site.loginUrl }),
    canaries,
    site,
    popup,
    away: false,
    revoked: false,
    renewal: 'none',
    filled: false,
    async close() {
      await extension.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
