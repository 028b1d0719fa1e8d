/** What `public/early.js` has asked the browser for: the same questions as here, put some milliseconds sooner. */
import type { browser } from './browser.ts';

type Early = {
  readonly stored: Promise<Record<string, unknown>>;
  readonly front: ReturnType<typeof browser.tabs.query>;
  readonly own: ReturnType<typeof browser.tabs.getCurrent>;
};

/** The answer to an early question, once, as it ages; undefined where it was never put. */
export function takeEarly<Name extends keyof Early>(name: Name): Early[Name] | undefined {
  const { early } = globalThis as { early?: Partial<Early> };
  const answer = early?.[name];
  delete early?.[name];
  return answer;
}
