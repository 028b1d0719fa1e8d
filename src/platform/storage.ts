/**
 * Every fact that outlives a worker's life, declared once: key, area and default.
 * `session` lives in memory until the browser closes and is closed to content scripts;
 * `local` lies on the disk and is readable by them in Firefox, so nothing secret goes there.
 * Values are text: Chromium turns keys and bytes in `session` into something else.
 */
import { AppError } from '../model/error.ts';
import { browser } from './browser.ts';
import { takeEarly } from './early.ts';

export type StoredText = {
  /** `''` where nothing is stored. */
  get(): Promise<string>;
  /** Throws `storage-full` where the browser has no room left. */
  set(value: string): Promise<void>;
  remove(): Promise<void>;
};

function storedText(area: 'session' | 'local', key: string): StoredText {
  return {
    async get() {
      const value = (await browser.storage[area].get(key))[key];
      return typeof value === 'string' ? value : '';
    },
    async set(value) {
      try {
        await browser.storage[area].set({ [key]: value });
      } catch (thrown) {
        // Browsers give this failure no name of its own.
        if (!/quota/i.test(String(thrown))) throw thrown;
        throw new AppError('storage-full', `no room for ${key.split(' ')[0]}`);
      }
    },
    remove: () => browser.storage[area].remove(key),
  };
}

/** Closes `local` to content scripts as well. Firefox has no way to; nothing secret lies there in either browser. */
export async function closeLocal(): Promise<void> {
  await globalThis.chrome?.storage?.local?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** What one account keeps, for this run of the browser unless it says otherwise. Secret throughout. */
export type AccountItems = {
  /** Tokens and master key of the unlocked session. */
  readonly saved: StoredText;
  /** Key of the local index, base64. */
  readonly indexKey: StoredText;
  /** Key of the account's records on the disk, base64. */
  readonly recordKey: StoredText;
  /** What the user decided about sites; kept over a lock, so that it holds then, too. */
  readonly siteRules: StoredText;
  /** What a PIN opens; see `background/session/quick-unlock.ts`. */
  readonly quick: StoredText;
  /** Why the account was locked, when it was not the user who locked it. */
  readonly lockReason: StoredText;
  /** What was typed and not saved, sealed; see `background/edit/drafts.ts`. */
  readonly drafts: StoredText;
  /** How many items of the inbox are unread. */
  readonly unread: StoredText;
  /** Items that are deleted in a few seconds; see `background/opened/removals.ts`. */
  readonly removals: StoredText;
  /** Fingerprints of passwords that were seen, and their key; see `background/opened/seen-passwords.ts`. */
  readonly seenPasswords: StoredText;
  /** Ids of the vaults and folders where something was put last. Not secret; stays until sign-out. */
  readonly lastPlaces: StoredText;
};

/** `id` is the account's. */
export function accountItems(id: string): AccountItems {
  return {
    saved: storedText('session', `session ${id}`),
    indexKey: storedText('session', `index-key ${id}`),
    recordKey: storedText('session', `record-key ${id}`),
    siteRules: storedText('session', `site-rules ${id}`),
    quick: storedText('session', `quick ${id}`),
    lockReason: storedText('session', `lock-reason ${id}`),
    drafts: storedText('session', `drafts ${id}`),
    unread: storedText('session', `unread ${id}`),
    removals: storedText('session', `removals ${id}`),
    seenPasswords: storedText('session', `seen-passwords ${id}`),
    lastPlaces: storedText('local', `last-places ${id}`),
  };
}

/** When everything locks; see `background/session/deadline.ts`. */
export const deadlineItem = storedText('session', 'deadline');
/** Host and API key typed at setup, so that a closed popup loses nothing. Secret. */
export const setupDraftItem = storedText('session', 'setup-draft');
/** Tokens that were renewed while signing in; see `background/session/session.ts`. Secret. */
export const renewedItem = storedText('session', 'renewed');
/** Fingerprint of what we last put on the clipboard, and when it leaves. */
export const clipboardItem = storedText('session', 'clipboard');
/** By account the ids of the inbox that were seen; not secret, and gone with the browser. */
export const seenInboxItem = (account: string) => storedText('session', `seen-inbox ${account}`);
/** Where the popup stood when it was last open; see `popup/view.ts`. Names and what was typed. */
export const viewItem = storedText('session', 'view');
/** Grants that are still open. */
export const grantsItem = storedText('session', 'grants');
/** Challenges that were heard; see `background/fill/challenges.ts`. */
export const challengesItem = storedText('session', 'challenges');
/** Says that challenges are heard from the next start of the browser only, and goes with this one. */
export const challengesWaitItem = storedText('session', 'challenges-wait');
/** Logins that were typed and may be saved. Secret. */
export const typedLoginsItem = storedText('session', 'typed-logins');
/** Fingerprints of passwords that are in the vault, and their key. */
export const knownPasswordsItem = storedText('session', 'known-passwords');
/** How passwords were made last; not secret. */
export const generatorRulesItem = storedText('local', 'generator-rules');
/** What waits for a yes in the popup. */
export const consentItem = storedText('session', 'consent');
/** What an opening popup shows first; see `protocol/first-screen.ts`. */
export const firstScreenItem = storedText('session', 'first-screen');
/** Tabs that wait for a form to fill; see `background/fill/open-and-fill.ts`. */
export const visitsItem = storedText('session', 'visits');
/** What an opening popup reads, in one question; `''` for each that is not stored. */
export async function readOpening(): Promise<Record<'view' | 'first-screen' | 'deadline', string>> {
  const texts = { view: '', 'first-screen': '', deadline: '' };
  const stored = await (takeEarly('stored') ?? browser.storage.session.get(texts));
  return Object.assign(texts, stored);
}

/** What the user chose; not secret. */
export const settingsItem = storedText('local', 'settings');
/** Codes and times of the last failures; not secret. */
export const failuresItem = storedText('local', 'failures');

/** What nobody may find behind a lock; what an account keeps is taken away by its own session, the lock time last of all. */
export const untilLocked: readonly StoredText[] = [
  grantsItem,
  consentItem,
  setupDraftItem,
  renewedItem,
  knownPasswordsItem,
  viewItem,
  visitsItem,
];
