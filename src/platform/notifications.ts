/** Notifications of the system. The permission is optional: it is asked for when they are switched on. */
import { browser } from './browser.ts';

const permission: { permissions: ['notifications'] } = { permissions: ['notifications'] };

export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(permission);
}

/** Asks the person; only a page of ours may, and only while it handles a press. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/** Gives back what was asked for. */
export function leaveNotifications(): Promise<boolean> {
  return browser.permissions.remove(permission);
}

/** One of the same `id` replaces the one before. Does nothing without the permission. */
export async function notify(id: string, title: string, message: string): Promise<void> {
  if (!(await mayNotify())) return;
  const iconUrl = browser.runtime.getURL('icons/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
}

export async function clearNotification(id: string): Promise<void> {
  if (await mayNotify()) await browser.notifications.clear(id);
}

/** Calls back with the id of a notification that was pressed. */
export function onNotificationPressed(listener: (id: string) => void): void {
  const listen = () => browser.notifications.onClicked.addListener(listener);
  // Without the permission there is no such thing yet; it comes with it.
  if ('notifications' in browser && browser.notifications !== undefined) listen();
  else
    browser.permissions.onAdded.addListener(({ permissions = [] }) => {
      if (permissions.includes('notifications')) listen();
    });
}
