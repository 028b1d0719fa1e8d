import { browser } from './browser.ts';

/** The popup's page; in a tab or a window it stays open while the user does something elsewhere. */
export const popupPage = 'src/popup/index.html';

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
  await browser.action.setPopup({ popup: `${popupPage}?${mark}` });
  try {
    return await openPopup();
  } finally {
    // The button of the toolbar opens it as ever.
    await browser.action.setPopup({ popup: popupPage });
  }
}

/** What the popup's address says where it is opened on what waits for a yes. */
const consentMark = 'consent';

/** Opens our popup on what waits for a yes. */
export function openConsent(): Promise<boolean> {
  return openPopupAt(consentMark);
}
