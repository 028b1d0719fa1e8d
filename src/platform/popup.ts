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

/** Opens our popup on what its address says: the part after the question mark. */
export async function openPopupAt(mark: string): Promise<boolean> {
  await browser.action.setPopup({ popup: `${setupPage}?${mark}` });
  try {
    return await openPopup();
  } finally {
    // The button of the toolbar opens it as ever.
    await browser.action.setPopup({ popup: setupPage });
  }
}

/** What the popup's address says where it is opened on what waits for a yes. */
const consentMark = 'consent';

/** Opens our popup on what waits for a yes. */
export function openConsent(): Promise<boolean> {
  return openPopupAt(consentMark);
}

/** The popup's page as a tab, for the first setup: it stays open while the user fetches a key. */
export const setupPage = 'src/popup/index.html';
