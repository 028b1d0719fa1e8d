/** Stands for what `src/platform` knows of the browser, in the gallery: `build.ts` names the files. */
export const findCurrentTab = async () => ({ id: 1, url: 'https://github.com/', incognito: false });
export const findTab = async (id: number) => ({ ...(await findCurrentTab()), id });
export const findTabOfWindow = findCurrentTab;
export const onTabShown = (): void => {};
export const hasPanel = (): boolean => true;
export const openPanel = async (): Promise<boolean> => true;
export const openWindow = async (): Promise<void> => {};
let challengesAllowed = false;
export const askForChallenges = async (): Promise<boolean> => {
  challengesAllowed = true;
  return true;
};
export const leaveChallenges = async (): Promise<void> => {};
export const challengesWait = async (): Promise<boolean> => challengesAllowed;
export const askToNotify = async (): Promise<boolean> => true;
export const leaveNotifications = async (): Promise<void> => {};
export const isInTab = async (): Promise<boolean> => true;
export const openOptions = async (): Promise<void> => {};
const sitesGranted = !new URLSearchParams(location.search).get('scene')?.includes('no-sites');
export const mayReachSites = async (): Promise<boolean> => sitesGranted;
export const askForSites = async (): Promise<boolean> => true;
export const findCommands = async () => [
  { name: '_execute_action', description: '', keys: 'Ctrl+Shift+U' },
  { name: 'fill', description: 'Fill the login on this page', keys: 'Ctrl+Shift+X' },
  { name: 'lock', description: 'Lock Latchkey', keys: '' },
];
export const openCommandSettings = async (): Promise<boolean> => false;

export const takePicture = (): Promise<string> => Promise.reject(new Error('nothing to be seen'));

/** Nothing is kept for an opening popup: every scene asks its worker. */
export const readOpening = async () => ({ view: '', 'first-screen': '', deadline: '' });
export const viewItem = { set: async () => {}, remove: async () => {} };
