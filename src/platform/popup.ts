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

/** What the popup's address says where it is opened on what waits for a yes. */
export const consentMark = 'consent';

/** Opens our popup on what waits for a yes. */
export async function openConsent(): Promise<boolean> {
  await browser.action.setPopup({ popup: `${setupPage}?${consentMark}` });
  try {
    return await openPopup();
  } finally {
    // The button of the toolbar opens it as ever.
    await browser.action.setPopup({ popup: setupPage });
  }
}

/** The popup's page as a tab, for the first setup: it stays open while the user fetches a key. */
export const setupPage = 'src/popup/index.html';
