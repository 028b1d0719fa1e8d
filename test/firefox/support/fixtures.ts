/** What tests in Firefox are given: a fresh server, a fresh browser with the extension; or the shared, signed-in ones. */
import { test as base, expect, type TestInfo } from '@playwright/test';
import { fewRounds } from '../../server/options.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { tidyUp } from './browser-ui.ts';
import { type Firefox, startFirefox } from './firefox.ts';
import { showList, signIn } from './sign-in.ts';
import type { Tab } from './tab.ts';

export type World = {
  readonly firefox: Firefox;
  readonly server: RunningServer;
  /** A tab with the popup's page in it, behind the one in front. */
  readonly popup: Tab;
};

type Fixtures = {
  readonly server: RunningServer;
  readonly firefox: Firefox;
  /** The shared world, with the login page in front and the list in the popup's tab. */
  readonly world: World;
};

type WorkerFixtures = {
  /** One signed-in Firefox for all tests that leave it fit for the next: it takes its time to start. */
  readonly shared: World;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  server: async ({}, use) => {
    const server = await startServer(fewRounds);
    await use(server);
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  firefox: async ({}, use, info) => {
    const firefox = await startFirefox();
    await use(firefox);
    await attachPictures(firefox, info);
    await firefox.close();
  },
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const server = await startServer(fewRounds);
      const firefox = await startFirefox({ inPrivateWindows: true });
      const popup = await signIn(firefox, server);
      await use({ firefox, server, popup });
      await firefox.close();
      await server.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  world: async ({ shared }, use, info) => {
    const { firefox, server, popup } = shared;
    await tidyUp(firefox);
    await firefox.front.goto(server.site.loginUrl);
    await showList(firefox, popup);
    await use(shared);
    await attachPictures(firefox, info);
  },
});

async function attachPictures(firefox: Firefox, info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return;
  for (const body of await firefox.pictures()) {
    await info.attach('tab', { body, contentType: 'image/png' });
  }
}

export { expect };
