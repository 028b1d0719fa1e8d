import { browser } from './browser.ts';

/** Opens our popup over the current window. False where the browser has no way or no window. */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** The popup's page as a tab, for the first setup: it stays open while the user fetches a key. */
export const setupPage = 'src/popup/index.html';
