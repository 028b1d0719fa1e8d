/** Stands for `tabs.ts`, `own-page.ts` and `permissions.ts` of `src/platform` in the gallery. */
export const findCurrentTab = async () => ({ id: 1, url: 'https://github.com/', incognito: false });
export const isInTab = async (): Promise<boolean> => true;
export const openOptions = async (): Promise<void> => {};
const sitesGranted = !new URLSearchParams(location.search).get('scene')?.includes('no-sites');
export const mayReachSites = async (): Promise<boolean> => sitesGranted;
export const askForSites = async (): Promise<boolean> => true;
