// Asks for what an opening popup shows first, while its own scripts are still on their way.
// `src/platform/early.ts` hands the answers out; whatever comes too late is asked for again there.
// The gallery of screens has nobody to ask.
if (globalThis.chrome?.storage) {
  globalThis.early = {
    stored: chrome.storage.session.get(['view', 'first-screen', 'deadline']),
    front: chrome.tabs.query({ active: true, lastFocusedWindow: true }),
    own: chrome.tabs.getCurrent(),
  };
}
