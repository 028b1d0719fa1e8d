/** How often and how lately items were used, for the order of lists. */
import { type Head, hashText } from './item-index.ts';

/** `weight`: each use counts 1 when it happens, and half as much after every half-life; 0 where there was none. */
export type Use = {
  readonly id: string;
  readonly weight: number;
  readonly last: number;
  /** Where the item belonged when it was first used, or last confirmed (`siteKey`); left out until that is known. */
  readonly sites?: readonly string[];
  /** The item had a one-time code when it was last opened: lists of the server do not tell. */
  readonly code?: true;
};

export type Uses = {
  note(id: string, at: number): void;
  /** Where a used item belonged; null where it was not used, or that is not known. */
  sitesOf(id: string): readonly string[] | null;
  /** Remembers whether an item that was opened has a one-time code. Being opened is no use yet. */
  keepCode(id: string, hasCode: boolean): void;
  /** Remembers where a used item belongs. */
  keepSites(id: string, sites: readonly string[]): void;
  all(): readonly Use[];
  /** Changes with every use. */
  version(): number;
  clear(): void;
  load(uses: readonly Use[]): void;
};

const halfLife = 14 * 24 * 3600 * 1000;
/** Beyond, the least used are forgotten. */
const mostRemembered = 300;
const mostRecent = 10;

export function createUses(): Uses {
  let known = new Map<string, Use>();
  let changes = 0;
  return {
    note(id, at) {
      changes += 1;
      const before = known.get(id);
      known.delete(id);
      known.set(id, { ...before, id, weight: (before ? weightAt(before, at) : 0) + 1, last: at });
      if (known.size <= mostRemembered) return;
      const [least] = [...known.values()].sort((a, b) => weightAt(a, at) - weightAt(b, at));
      if (least !== undefined) known.delete(least.id);
    },
    sitesOf: (id) => known.get(id)?.sites ?? null,
    keepSites(id, sites) {
      const use = known.get(id);
      if (use !== undefined) known.set(id, { ...use, sites });
    },
    keepCode(id, hasCode) {
      const { code = false, ...rest } = known.get(id) ?? { id, weight: 0, last: 0 };
      if (code === hasCode) return;
      known.set(id, hasCode ? { ...rest, code: true } : rest);
      changes += 1;
    },
    all: () => [...known.values()],
    version: () => changes,
    clear() {
      changes += 1;
      known = new Map();
    },
    load(uses) {
      changes += 1;
      // What was used while the index was being read is newer than what it says, and comes on top of it.
      const stored = new Map(uses.map((use) => [use.id, use]));
      for (const [id, use] of known) {
        const before = stored.get(id);
        stored.delete(id);
        stored.set(id, { ...before, ...use, weight: (before?.weight ?? 0) + use.weight });
      }
      known = stored;
    },
  };
}

/** A clock that was set back makes nothing heavier. */
function weightAt(use: Use, at: number): number {
  return use.weight * 2 ** (-Math.max(0, at - use.last) / halfLife);
}

/** The used items of an index: the heaviest first, and the last few, the latest first. */
export type UsedDocs = {
  readonly used: readonly number[];
  readonly recent: readonly number[];
  readonly weights: ReadonlyMap<number, number>;
  /** Those that have a one-time code. */
  readonly coded: ReadonlySet<number>;
};

/** Ids are found by their hashes: an item that shares one by chance comes a little higher, no more. */
export function findUsed(head: Head, uses: readonly Use[], now: number): UsedDocs {
  const byHash = new Map(uses.map((use) => [hashText(use.id), use]));
  const low = new Uint8Array(0x10000);
  for (const hash of byHash.keys()) low[hash & 0xffff] = 1;
  const weights = new Map<number, number>();
  const last = new Map<number, number>();
  const coded = new Set<number>();
  const { idHashes } = head;
  for (let doc = 0; doc < idHashes.length; doc++) {
    const hash = idHashes[doc] ?? 0;
    if (low[hash & 0xffff] === 0) continue;
    const use = byHash.get(hash);
    if (use === undefined) continue;
    if (use.code) coded.add(doc);
    if (use.weight === 0) continue;
    weights.set(doc, weightAt(use, now));
    last.set(doc, use.last);
  }
  return { weights, coded, used: heaviest(weights), recent: heaviest(last).slice(0, mostRecent) };
}

function heaviest(values: ReadonlyMap<number, number>): number[] {
  return [...values].sort(([a, x], [b, y]) => y - x || a - b).map(([doc]) => doc);
}
