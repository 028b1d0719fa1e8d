/** The panel beside the page: Chromium's side panel, Firefox's sidebar. Both show the popup's page. */

type PanelApi = {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
  readonly windows: { readonly WINDOW_ID_CURRENT: number };
};

/** The polyfill knows neither of the two. */
function api(): PanelApi | undefined {
  return (globalThis as { browser?: PanelApi; chrome?: PanelApi }).browser ?? globalThis.chrome;
}

export function hasPanel(): boolean {
  const found = api();
  return found?.sidePanel !== undefined || found?.sidebarAction !== undefined;
}

/** Opens it beside the current window. Only while a page of ours handles a press; false where it failed. */
export async function openPanel(): Promise<boolean> {
  const found = api();
  try {
    // Nothing may be awaited before: the press would be over.
    if (found?.sidebarAction !== undefined) await found.sidebarAction.open();
    else await found?.sidePanel?.open({ windowId: found.windows.WINDOW_ID_CURRENT });
    return true;
  } catch {
    return false;
  }
}
