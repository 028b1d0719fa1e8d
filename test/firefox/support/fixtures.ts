/** What tests in Firefox are given: a fresh server, a fresh browser with the extension. */
import { test as base, expect } from '@playwright/test';
import { type RunningServer, startServer } from '../../server/start.ts';
import { type Firefox, startFirefox } from './firefox.ts';

type Fixtures = { readonly server: RunningServer; readonly firefox: Firefox };

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  firefox: async ({}, use, info) => {
    const firefox = await startFirefox();
    await use(firefox);
    const failed = info.status !== info.expectedStatus;
    for (const body of failed ? await firefox.pictures() : []) {
      await info.attach('tab', { body, contentType: 'image/png' });
    }
    await firefox.close();
  },
});

export { expect };
