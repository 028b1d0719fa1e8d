/** What Firefox itself shows of the extension, pressed with the browser's own rights: no page can reach it. */
import type { Firefox } from './firefox.ts';

const json = JSON.stringify;

/** Script that finds the window in front, and waits for events of its parts. */
const front = `
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const { document, gBrowser } = window;
  const next = (target, type) =>
    new Promise((done) => target.addEventListener(type, done, { once: true }));`;

/** Opens the menu of the right button over the page in front; leaves it open as `menu`. */
const openContextMenu = `${front}
  const menu = document.getElementById('contentAreaContextMenu');
  const menuShown = next(menu, 'popupshown');
  const { left, top } = gBrowser.selectedBrowser.getBoundingClientRect();
  const press = () => {
    for (const type of ['mousedown', 'mouseup', 'contextmenu']) {
      window.windowUtils.sendMouseEvent(type, left + 9, top + 9, 2, 1, 0);
    }
  };
  press();
  // A page that has just come may hear nothing yet.
  const again = window.setInterval(() => menu.state === 'closed' && press(), 500);
  await menuShown;
  window.clearInterval(again);`;

/**
 * Opens the context menu of the page in front, and in it each entry whose text holds the next word, and
 * presses the last one. Throws where one is missing.
 */
export async function pressInContextMenu(firefox: Firefox, ...path: string[]): Promise<void> {
  const missing = await firefox.inBrowser<string>(`${openContextMenu}
    let list = menu;
    let entry = null;
    for (const word of ${json(path)}) {
      if (entry !== null) {
        const shown = next(entry.menupopup, 'popupshown');
        entry.openMenu(true);
        await shown;
        list = entry.menupopup;
      }
      entry = [...list.children].find(({ label }) => label?.includes(word)) ?? null;
      if (entry === null) {
        menu.hidePopup();
        return word;
      }
    }
    const hidden = next(menu, 'popuphidden');
    list.activateItem(entry);
    await hidden;
    return '';`);
  if (missing !== '') throw new Error(`the context menu lacks ${missing}`);
}

/** Texts of our entries in the context menu of the page in front, those of submenus too. */
export function readContextMenu(firefox: Firefox): Promise<readonly string[]> {
  return firefox.inBrowser(`${openContextMenu}
    const ours = menu.querySelectorAll('[id^="' + extension.id.replace(/[^a-z0-9_-]/g, '_') + '-"]');
    const texts = [...ours].map(({ label }) => label);
    menu.hidePopup();
    return texts;`);
}

/** Opens the popup by our button in the toolbar. */
export function pressToolbarButton(firefox: Firefox): Promise<void> {
  return firefox.inBrowser(`${front}
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`);
}

/** Runs the body of a function in the popup that stands over the window; `document` is its own. Null where there is none. */
export function inPopup<T>(firefox: Firefox, script: string): Promise<T | null> {
  return firefox.inBrowser(`${front}
    const popup = [...document.querySelectorAll('panel browser, panelview browser')].find(
      ({ currentURI }) => currentURI?.spec.startsWith('moz-extension:'));
    if (popup === undefined) return null;
    const answer = new Promise((done) =>
      popup.messageManager.addMessageListener('answer', ({ data }) => done(data)));
    // The popup is in another process; only a script of the frame reaches its document.
    popup.messageManager.loadFrameScript('data:,' + encodeURIComponent(
      'sendAsyncMessage("answer", ((document) => {' + ${json(script)} + '})(content.document))'),
      false);
    return answer;`);
}

/** Addresses of our pages in all windows: in tabs, in the sidebar, in the popup over a window. */
export function ownPlaces(firefox: Firefox): Promise<readonly string[]> {
  return firefox.inBrowser(`
    const found = [];
    const look = (document) => {
      for (const browser of document.querySelectorAll('browser')) {
        const { spec } = browser.currentURI ?? {};
        if (spec?.startsWith('moz-extension:')) found.push(spec);
        if (browser.contentDocument) look(browser.contentDocument);
      }
    };
    for (const window of Services.wm.getEnumerator('navigator:browser')) look(window.document);
    return found;`);
}

/** Closes what stands over and beside the page of the first window, and every other window. */
export function tidyUp(firefox: Firefox): Promise<void> {
  return firefox.inBrowser(`
    const [first, ...others] = Services.wm.getEnumerator('navigator:browser');
    for (const window of others) window.close();
    for (const panel of first.document.querySelectorAll('panel')) {
      if (panel.state === 'closed') continue;
      // A button pressed while its panel is still closing opens none.
      const hidden = new Promise((done) =>
        panel.addEventListener('popuphidden', done, { once: true }));
      panel.hidePopup();
      await hidden;
    }
    first.SidebarController.hide();`);
}

/** Presses "Allow" in the question of the browser for a permission; false where none stands there. */
export function allowPermission(firefox: Firefox): Promise<boolean> {
  return firefox.inBrowser(`${front}
    const question = window.PopupNotifications.panel.firstElementChild;
    question?.button?.click();
    return question !== null;`);
}

/** Text of the notification on the screen; `''` where there is none. */
export function readNotification(firefox: Firefox): Promise<string> {
  return firefox.inBrowser(`
    const [alert] = Services.wm.getEnumerator('alert:alert');
    return alert?.document.documentElement?.textContent.trim() ?? '';`);
}

export function pressNotification(firefox: Firefox): Promise<void> {
  return firefox.inBrowser(`
    const [alert] = Services.wm.getEnumerator('alert:alert');
    alert.document.getElementById('alertBox').click();`);
}

export type Suggested = { readonly content: string; readonly title: string };

/** Types into the address bar and gives what the extension suggests there. */
export function typeInAddressBar(firefox: Firefox, typed: string): Promise<readonly Suggested[]> {
  return firefox.inBrowser(`${front}
    window.gURLBar.focus();
    window.gURLBar.search(${json(typed)});
    const { results } = await window.gURLBar.lastQueryContextPromise;
    return results.filter(({ payload }) => payload.keyword === 'lk').map(({ payload }) => ({
      content: String(payload.content ?? ''),
      title: String(payload.title ?? payload.description ?? ''),
    }));`);
}

/** Chooses one of the suggestions that stand under the address bar. */
export function chooseSuggestion(firefox: Firefox, { content }: Suggested): Promise<void> {
  return firefox.inBrowser(`${front}
    const { view } = window.gURLBar;
    view.selectedRowIndex = view.visibleResults.findIndex(
      ({ payload }) => payload.content === ${json(content)});
    window.gURLBar.handleCommand();`);
}

/** Shows our page in the sidebar. */
export function showSidebar(firefox: Firefox): Promise<void> {
  return firefox.inBrowser(`${front}
    const name = extension.id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
    await window.SidebarController.show(name + '-sidebar-action');`);
}
