import { defineConfig } from '@playwright/test';

/** Browser tests of the built extension: `npm run build` comes first. */
export default defineConfig({
  outputDir: 'out/browsers',
  // The pictures of the gallery; `npm run gallery -- --keep` takes them anew.
  snapshotPathTemplate: 'test/gallery/pictures/{arg}{ext}',
  forbidOnly: true,
  fullyParallel: true,
  // A browser waits for a fifth of its time: three keep two cores busy.
  workers: 3,
  // A shared machine may stall for half a minute; here, at one's own desk, a failure is a failure.
  retries: process.env.CI ? 2 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { actionTimeout: 15_000, navigationTimeout: 30_000, screenshot: 'only-on-failure' },
  projects: [
    // Firefox takes its time to start, and more of it on a busy machine: one for all that can share it. Its tests wait
    // more than they work, so they come first and beside the others.
    {
      name: 'firefox',
      testDir: 'test/firefox',
      testMatch: '*.{test,spec}.ts',
      timeout: 180_000,
      workers: 1,
    },
    { name: 'chromium', testDir: 'test/e2e', testMatch: '*.{test,spec}.ts' },
    // Every screen of our own pages, over a worker that plays scenes: needs no built extension.
    { name: 'gallery', testDir: 'test/gallery', testMatch: '*.spec.ts' },
  ],
});
