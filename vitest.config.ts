import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but the sources; `built` looks at what `npm run build` left in dist. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 30_000,
    // Left to itself it keeps one core free, which on two is half the machine; and some tests wait for bad weather.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: ['test/unit/house/built/**'],
        },
      },
      { extends: true, test: { name: 'built', include: ['test/unit/house/built/*.test.ts'] } },
    ],
  },
});
