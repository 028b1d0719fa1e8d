import type { BrowserContextOptions } from '@playwright/test';

/** One way of looking at a scene. `text` is the size of the person's letters, in parts of the usual one. */
export type Look = {
  readonly context: BrowserContextOptions;
  readonly lang: string;
  readonly text: number;
};

const size = { width: 380, height: 580 };

export const looks: Record<string, Look> = {
  light: { context: { viewport: size, colorScheme: 'light' }, lang: 'en', text: 1 },
  dark: { context: { viewport: size, colorScheme: 'dark' }, lang: 'en', text: 1 },
  'light-200': { context: { viewport: size, colorScheme: 'light' }, lang: 'en', text: 2 },
  forced: { context: { viewport: size, forcedColors: 'active' }, lang: 'en', text: 1 },
  zoom: {
    context: { viewport: { width: 380, height: 300 }, colorScheme: 'dark', deviceScaleFactor: 2 },
    lang: 'en',
    text: 1,
  },
  german: { context: { viewport: size, colorScheme: 'light' }, lang: 'de', text: 1 },
  russian: { context: { viewport: size, colorScheme: 'dark' }, lang: 'ru', text: 1 },
  rtl: { context: { viewport: size, colorScheme: 'light' }, lang: 'ar', text: 1 },
  // Not what a person sees at once, but all of a long screen.
  tall: { context: { viewport: { width: 380, height: 1500 } }, lang: 'en', text: 1 },
  tab: {
    context: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
    lang: 'en',
    text: 1,
  },
};
