/**
 * Every fact that outlives a worker's life, declared once: key, area and default.
 * `session` lives in memory until the browser closes and is closed to content scripts;
 * `local` lies on the disk and is readable by them in Firefox, so nothing secret goes there.
 * Values are text: Chromium turns keys and bytes in `session` into something else.
 */
import { browser } from './browser.ts';

export type StoredText = {
  /** `''` where nothing is stored. */
  get(): Promise<string>;
  set(value: string): Promise<void>;
  remove(): Promise<void>;
};

function storedText(area: 'session' | 'local', key: string): StoredText {
  return {
    async get() {
      const value = (await browser.storage[area].get(key))[key];
      return typeof value === 'string' ? value : '';
    },
    set: (value) => browser.storage[area].set({ [key]: value }),
    remove: () => browser.storage[area].remove(key),
  };
}

/** Tokens and master key of the unlocked session. Secret. */
export const sessionItem = storedText('session', 'session');
/** Unix milliseconds at which the session locks, as text. */
export const deadlineItem = storedText('session', 'deadline');
/** Key of the local index, base64. Secret. */
export const indexKeyItem = storedText('session', 'index-key');
/** Host and API key typed at setup, so that a closed popup loses nothing. Secret. */
export const setupDraftItem = storedText('session', 'setup-draft');
/** Fingerprint of what we last put on the clipboard, and when it leaves. */
export const clipboardItem = storedText('session', 'clipboard');
/** Grants that are still open. */
export const grantsItem = storedText('session', 'grants');
/** Why the vault was locked, when it was not the user who locked it. */
export const lockReasonItem = storedText('session', 'lock-reason');
/** What the user chose; not secret. */
export const settingsItem = storedText('local', 'settings');

/** Forgets the whole memory of this run of the browser, but for what `keep` names. */
export async function clearSession(): Promise<void> {
  await browser.storage.session.clear();
}
