import { browser } from './browser.ts';

/** Names of all alarms; each is set by one owner. */
export type AlarmName = 'lock' | 'clear-clipboard' | 'refresh-index' | 'remove-items';

/** Rings once at `when` (Unix ms). Chromium rings no earlier than 30 s from now. */
export function setAlarm(name: AlarmName, when: number): void {
  void browser.alarms.create(name, { when });
}

export function clearAlarm(name: AlarmName): void {
  void browser.alarms.clear(name);
}

/** To be called in the first tick, so that an alarm can wake the worker. */
export function onAlarm(listener: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => listener(alarm.name));
}
