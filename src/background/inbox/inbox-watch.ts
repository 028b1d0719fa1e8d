/**
 * Tells of new items in the inbox. Looked at only when the list is refreshed anyway, and only where the
 * person has asked for it. The notification says how many, not which: systems keep what they showed.
 */
import type { InboxEntry } from '../../model/item.ts';
import type { StoredText } from '../../platform/storage.ts';

export type InboxWatch = {
  /** The list was refreshed. Never rejects: the next refresh looks again. */
  look(): Promise<void>;
};

type Dependencies = {
  readonly wanted: () => Promise<boolean>;
  readonly inbox: () => Promise<readonly InboxEntry[]>;
  /** Ids that were seen before, of the account in use. */
  readonly seen: () => Promise<StoredText>;
  readonly notify: (count: number) => Promise<void>;
};

export function createInboxWatch({ wanted, inbox, seen, notify }: Dependencies): InboxWatch {
  async function look(): Promise<void> {
    if (!(await wanted())) return;
    const stored = await seen();
    const entries = await inbox();
    const before = await stored.get();
    await stored.set(JSON.stringify(entries.map(({ id }) => id)));
    // At the first look everything is old: it may have been there for years.
    if (before === '') return;
    const known = new Set(JSON.parse(before) as string[]); // our own
    const fresh = entries.filter(({ id, viewed }) => !viewed && !known.has(id));
    if (fresh.length > 0) await notify(fresh.length);
  }

  return { look: () => look().catch(() => undefined) };
}
