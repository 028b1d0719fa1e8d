import { defineConfig } from '@playwright/test';

/** Browser tests of the built extension: `npm run build` comes first. */
export default defineConfig({
  testDir: 'test',
  outputDir: 'out/browsers',
  // The pictures of the gallery; `npm run gallery -- --keep` takes them anew.
  snapshotPathTemplate: 'test/gallery/pictures/{arg}{ext}',
  forbidOnly: true,
  fullyParallel: true,
  // Two browsers at once are what two cores can bear.
  workers: 2,
  // A shared machine may stall for half a minute; here, at one's own desk, a failure is a failure.
  retries: process.env.CI ? 2 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { actionTimeout: 15_000, navigationTimeout: 30_000, screenshot: 'only-on-failure' },
  projects: [
    { name: 'chromium', testMatch: 'e2e/**/*.{test,spec}.ts' },
    // Every screen of our own pages, over a worker that plays scenes: needs no built extension.
    { name: 'gallery', testMatch: 'gallery/**/*.spec.ts' },
    // Firefox takes its time to start, and more of it on a busy machine.
    { name: 'firefox', testMatch: 'firefox/**/*.{test,spec}.ts', timeout: 180_000 },
  ],
});
