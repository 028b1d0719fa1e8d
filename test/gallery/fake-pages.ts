/** Stands for `src/platform/tabs.ts` and `src/platform/own-page.ts` in the gallery. */
export const findCurrentTab = async () => ({ id: 1, url: 'https://github.com/', incognito: false });
export const isInTab = async (): Promise<boolean> => true;
export const openOptions = async (): Promise<void> => {};
