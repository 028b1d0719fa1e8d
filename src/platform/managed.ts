import { browser } from './browser.ts';

/** What the organisation's policy says, unparsed; an empty object where there is none. */
export async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox rejects where no policy file is there.
    return {};
  }
}

/** Calls back when the policy changes while the worker lives. */
export function onManagedChanged(listener: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') listener();
  });
}
