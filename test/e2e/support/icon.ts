import type { Extension } from './chromium.ts';

/** Notes what our icon says from now on, over it and when it is pointed at: three seconds later it is gone. Answers with what it has said. */
export async function hearIcon(extension: Extension): Promise<() => Promise<readonly string[]>> {
  await extension.inWorker(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const { action: other } = Reflect.get(globalThis, 'browser') ?? chrome;
    for (const action of new Set<typeof chrome.action>([chrome.action, other])) {
      const { setTitle, setBadgeText } = action;
      Object.assign(action, {
        setTitle(details: chrome.action.TitleDetails) {
          said.push(details.title);
          return Reflect.apply(setTitle, action, [details]);
        },
        setBadgeText(details: chrome.action.BadgeTextDetails) {
          said.push(details.text ?? '');
          return Reflect.apply(setBadgeText, action, [details]);
        },
      });
    }
  });
  return () => extension.inWorker(() => Reflect.get(globalThis, 'said'));
}
