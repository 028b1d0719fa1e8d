/** The order of an answer: how well it fits, then the site of the tab, then use, then name. */

import type { SectionKind } from '../../protocol/list-calls.ts';

/** What the person is likely to want, whatever was typed. */
export type Likely = {
  /** Items of the tab's site, best first. */
  readonly site: readonly number[];
  /** Items in use, the most used and latest first. */
  readonly used: readonly number[];
  /** The last few that were used, the latest first. */
  readonly recent: readonly number[];
  /** Those that are known to have a one-time code. */
  readonly coded: ReadonlySet<number>;
  /** Those whose password was seen at another one too; looked for only where they are asked for. */
  readonly reused: ReadonlySet<number>;
};

/** An answer, which is put in order only as far as it is looked at: it may have 100,000 items. */
export type Found = {
  readonly total: number;
  /** How many items from the start belong to the tab's site. */
  readonly matching: number;
  /** How many items each part of the answer has, in order. */
  readonly sections: readonly (readonly [SectionKind, number])[];
  /** Numbers of the items in their order, fewer at the end. */
  page(offset: number, limit: number): Uint32Array;
};

/** By item, 0 best. */
export type Costs = Uint8Array<ArrayBuffer>;

/** The cost of an item that is no answer. */
export const unfit = 255;
/** Costs beyond are one as bad as the other. */
const worstFit = 254;

/**
 * Items of one cost go to one bucket, the likely ones first and the others in their own order, which
 * is by name: nothing is compared with anything. Keeps `costs`.
 */
export function rank(costs: Costs, likely: Likely): Found {
  const counts = countCosts(costs);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const matching = countLeading(costs, counts, likely.site);
  let ordered = new Uint32Array(0);
  return {
    total,
    matching,
    sections: [
      ['site', matching],
      ['rest', total - matching],
    ],
    page(offset, limit) {
      const end = Math.min(offset + limit, total);
      if (ordered.length < end) ordered = order(costs, { counts, likely, end });
      return ordered.subarray(offset, end);
    },
  };
}

/** The first page is seen with every letter. Whoever scrolls on gets the rest in whole buckets, as it would take as long for each page. */
const firstPage = 100;

/** Orders the best, at least `end` of them. */
function order(
  costs: Costs,
  { counts, likely, end }: { counts: Uint32Array; likely: Likely; end: number },
): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(counts.length);
  let worst = 0;
  let length = 0;
  for (; worst < counts.length && length < end; worst++) {
    next[worst] = length;
    length += counts[worst] ?? 0;
  }
  const docs = new Uint32Array(end <= firstPage ? end : length);
  let free = docs.length;
  const place = (doc: number, cost: number) => {
    const at = next[cost] ?? 0;
    if (at >= docs.length) return;
    next[cost] = at + 1;
    docs[at] = doc;
    free -= 1;
  };
  /** Likely items that are placed already, with their costs. */
  const placed = new Map<number, number>();
  for (const doc of [...likely.site, ...likely.used]) {
    const cost = costs[doc] ?? unfit;
    if (cost >= worst) continue;
    place(doc, cost);
    placed.set(doc, cost);
    costs[doc] = unfit;
  }
  const fours = inFours(costs);
  for (let four = 0; four <= fours.length && free > 0; four++) {
    if (fours[four] === fourUnfit) continue;
    const last = Math.min(four * 4 + 4, costs.length);
    for (let doc = four * 4; doc < last; doc++) {
      const cost = costs[doc] ?? unfit;
      if (cost < worst) place(doc, cost);
    }
  }
  for (const [doc, cost] of placed) costs[doc] = cost;
  return docs;
}

/** How many items there are of each cost. Looks at four at a time, because most fit no query. */
function countCosts(costs: Costs): Uint32Array {
  const counts = new Uint32Array(unfit + 1);
  const fours = inFours(costs);
  for (let four = 0; four <= fours.length; four++) {
    if (fours[four] === fourUnfit) continue;
    const end = Math.min(four * 4 + 4, costs.length);
    for (let doc = four * 4; doc < end; doc++) {
      const cost = costs[doc] ?? unfit;
      counts[cost] = (counts[cost] ?? 0) + 1;
    }
  }
  return counts.subarray(0, unfit);
}

/** Items of the site are the first of their cost, but another of a lower cost is before them. */
function countLeading(costs: Costs, counts: Uint32Array, site: readonly number[]): number {
  const ofSite = new Uint32Array(unfit + 1);
  for (const doc of site) {
    const cost = costs[doc] ?? unfit;
    ofSite[cost] = (ofSite[cost] ?? 0) + 1;
  }
  let leading = 0;
  for (let cost = 0; cost < counts.length; cost++) {
    leading += ofSite[cost] ?? 0;
    if (ofSite[cost] !== counts[cost]) break;
  }
  return leading;
}

/** Four items at a time that are all unfit. */
const fourUnfit = 0xffffffff;

function inFours(costs: Costs): Uint32Array {
  return new Uint32Array(costs.buffer, costs.byteOffset, costs.length >>> 2);
}

export function isAnyFit(costs: Costs): boolean {
  const fours = inFours(costs);
  for (let four = 0; four < fours.length; four++) if (fours[four] !== fourUnfit) return true;
  return costs.subarray(fours.length * 4).some((cost) => cost !== unfit);
}

/**
 * Nothing was typed: the site of the tab, favourites, what was used of late, and all by name.
 * `allowed` is by item 1 for those that count, null where all do.
 */
export function rankAll(
  allowed: Uint8Array | null,
  one: { size: number; favourites: Uint32Array; likely: Likely },
): Found {
  const { size, favourites, likely } = one;
  const docs = new Uint32Array(size);
  const placed = new Uint8Array(size);
  let count = 0;
  const place = (doc: number) => {
    if (placed[doc] === 1 || allowed?.[doc] === 0) return;
    placed[doc] = 1;
    docs[count++] = doc;
  };
  for (const doc of likely.site) place(doc);
  const matching = count;
  for (const doc of favourites) place(doc);
  const favoured = count;
  for (const doc of likely.recent) place(doc);
  const lately = count;
  for (let doc = 0; doc < size; doc++) place(doc);
  return {
    total: count,
    matching,
    sections: [
      ['site', matching],
      ['favourites', favoured - matching],
      ['recent', lately - favoured],
      ['rest', count - lately],
    ],
    page: (offset, limit) => docs.subarray(offset, Math.min(offset + limit, count)),
  };
}

/**
 * Lowers each cost to that of the worst part, and `more`: for items that hold all parts. Parts that are not
 * there make nothing cheaper.
 */
export function lowerToWorst(costs: Costs, parts: readonly Costs[], more: number): void {
  const [first, ...others] = parts;
  if (first === undefined) return;
  const fours = inFours(first);
  for (let four = 0; four <= fours.length; four++) {
    if (fours[four] === fourUnfit) continue;
    const end = Math.min(four * 4 + 4, costs.length);
    for (let doc = four * 4; doc < end; doc++) {
      let cost = first[doc] ?? unfit;
      for (const part of others) cost = Math.max(cost, part[doc] ?? unfit);
      if (cost + more < (costs[doc] ?? unfit)) costs[doc] = cost + more;
    }
  }
}

/** Adds the costs of another word: what does not fit it does not fit at all. */
export function addCosts(costs: Costs, more: Costs): void {
  const fours = inFours(costs);
  for (let four = 0; four <= fours.length; four++) {
    if (fours[four] === fourUnfit) continue;
    const end = Math.min(four * 4 + 4, costs.length);
    for (let doc = four * 4; doc < end; doc++) {
      const before = costs[doc] ?? unfit;
      const cost = more[doc] ?? unfit;
      const fits = before !== unfit && cost !== unfit;
      costs[doc] = fits ? Math.min(before + cost, worstFit) : unfit;
    }
  }
}
