/**
 * Which items have the same password, of those that were opened or saved since unlocking: as fingerprints
 * under a random key, in `storage.session`, gone with the lock. Nothing is opened on the server to compare it,
 * where that would stand in the audit log.
 */
import { fingerprint } from '../../crypto/fingerprint.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { RowRef } from '../../protocol/item-calls.ts';
import { list, natural, record, text } from '../../protocol/parse.ts';
import type { IndexedItem } from '../items/row-chunk.ts';
import { rowFields } from '../ref-parsers.ts';
import { newKeyText } from '../seal.ts';
import { readStored } from '../stored-json.ts';
import { createTurns } from '../turns.ts';

/** How an item was reached, and when its password had been changed by then: Unix seconds, 0 where unknown. */
export type SeenItem = RowRef & { readonly passwordChangedAt: number };

export type SamePasswords = {
  /** Other items with the same password, the latest seen first. */
  readonly items: readonly IndexedItem[];
  /** Of how many other items the password was known. */
  readonly compared: number;
};

export type SeenPasswords = {
  /** `password` is `''` where the item has none. */
  note(item: SeenItem, password: string): Promise<void>;
  /** `id` is the item's own, also where a shortcut led to it. */
  sameAs(id: string, password: string): Promise<SamePasswords>;
  /** Ids of the items whose password stands at another one too. */
  reused(): Promise<readonly string[]>;
  /** The account is locked. */
  wipe(): Promise<void>;
};

type Dependencies = {
  readonly stored: StoredText;
  readonly isOpen: () => Promise<boolean>;
  /** What is opened in a private window leaves nothing behind. */
  readonly isPrivate: () => Promise<boolean>;
  /** What the list says of an item now; null where it is in no list. */
  readonly find: (row: RowRef) => Promise<IndexedItem | null>;
};

type Seen = SeenItem & { readonly print: string };

/** The oldest go first. */
const most = 500;
const parser = record<{ key: string; seen: readonly Seen[] }>({
  key: text(100),
  seen: list(record<Seen>({ ...rowFields, print: text(100), passwordChangedAt: natural }), most),
});

export function createSeenPasswords(deps: Dependencies): SeenPasswords {
  const { stored, isOpen, isPrivate, find } = deps;
  /** Reading, changing and writing is one step. */
  const alone = createTurns();
  let locks = 0;

  const read = () => readStored(stored, parser, () => ({ key: newKeyText(), seen: [] }));

  /** Somebody may have changed the password since, or taken the item away. */
  async function asSeen({ id, shortcutId, passwordChangedAt }: Seen): Promise<IndexedItem | null> {
    const now = await find({ id, shortcutId });
    return now !== null && now.passwordChangedAt <= passwordChangedAt ? now : null;
  }

  return {
    async note({ id, shortcutId, passwordChangedAt }, password) {
      const begun = locks;
      if (!(await isOpen()) || (await isPrivate())) return;
      await alone(async () => {
        const { key, seen } = await read();
        const others = seen.filter((each) => each.id !== id);
        const print = await fingerprint(key, [password]);
        const mine = password === '' ? [] : [{ id, shortcutId, passwordChangedAt, print }];
        const kept = JSON.stringify({ key, seen: [...others, ...mine].slice(-most) });
        // What a lock overtook leaves nothing behind.
        if (begun === locks) await stored.set(kept);
      });
    },
    async sameAs(id, password) {
      const { key, seen } = await alone(read);
      const others = seen.filter((each) => each.id !== id);
      const print = await fingerprint(key, [password]);
      const same = others.filter((each) => password !== '' && each.print === print).reverse();
      const items = await Promise.all(same.map(asSeen));
      return { items: items.filter((item) => item !== null), compared: others.length };
    },
    async reused() {
      const { seen } = await alone(read);
      const twice = twins(seen);
      const there = await Promise.all(twice.map(asSeen));
      return twins(twice.filter((_, at) => there[at] !== null)).map((each) => each.id);
    },
    // Not in turn: asking whether the account is open may be what locks it.
    async wipe() {
      locks += 1;
      await stored.remove();
    },
  };
}

/** Those that have the same password as another one. */
function twins(seen: readonly Seen[]): readonly Seen[] {
  return seen.filter((one) => seen.some((other) => other !== one && other.print === one.print));
}
