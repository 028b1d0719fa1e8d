import { expect } from '@playwright/test';
import type { RealPopup } from './real-popup.ts';

/** Says yes to a question of the popup, and again where it had not stood long enough to be answered. */
export async function answer(asked: RealPopup, isDone: () => Promise<boolean>): Promise<void> {
  await expect(async () => {
    // The yes that counted has closed it.
    if (!(await isDone())) await asked.press('Enter').catch(() => undefined);
    expect(await isDone()).toBe(true);
  }).toPass({ intervals: [200] });
}
