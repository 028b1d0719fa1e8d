/** The order of an answer: how well it fits, then the site of the tab, then use, then name. */

/** What the person is likely to want, whatever was typed. */
export type Likely = {
  /** Items of the tab's site, best first. */
  readonly site: readonly number[];
  /** Items in use, the most used and latest first. */
  readonly used: readonly number[];
  /** The last few that were used, the latest first. */
  readonly recent: readonly number[];
};

/** `matching`: how many items from the start belong to the tab's site. */
export type Found = { readonly docs: Uint32Array; readonly matching: number };

/** By item, 0 best. */
export type Costs = Uint8Array<ArrayBuffer>;

/** The cost of an item that is no answer. */
export const unfit = 255;
/** Costs beyond are one as bad as the other. */
export const worstFit = 254;

/**
 * Items of one cost go to one bucket, the likely ones first and the others in their own order, which
 * is by name: nothing is compared with anything, as an answer may have 100,000 items. Uses up `costs`.
 */
export function rank(costs: Costs, likely: Likely): Found {
  const fits = listFits(costs);
  const next = new Uint32Array(unfit + 1);
  for (let at = 0; at < fits.length; at++) {
    const after = (costs[fits[at] ?? 0] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let cost = 1; cost <= unfit; cost++) next[cost] = (next[cost] ?? 0) + (next[cost - 1] ?? 0);
  const docs = new Uint32Array(fits.length);
  const place = (doc: number) => {
    const cost = costs[doc] ?? unfit;
    if (cost === unfit) return;
    const at = next[cost] ?? 0;
    next[cost] = at + 1;
    docs[at] = doc;
    costs[doc] = unfit;
  };
  const site = new Set(likely.site);
  for (const doc of likely.site) place(doc);
  for (const doc of likely.used) place(doc);
  for (let at = 0; at < fits.length; at++) place(fits[at] ?? 0);
  return { docs, matching: leading(docs, site) };
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

/** Looks at four items at a time, because most of them fit no query. */
function listFits(costs: Costs): Uint32Array {
  const fits = new Uint32Array(costs.length);
  const fours = inFours(costs);
  let count = 0;
  for (let four = 0; four <= fours.length; four++) {
    if (fours[four] === fourUnfit) continue;
    const end = Math.min(four * 4 + 4, costs.length);
    for (let doc = four * 4; doc < end; doc++) if (costs[doc] !== unfit) fits[count++] = doc;
  }
  return fits.subarray(0, count);
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
  for (const doc of likely.recent) place(doc);
  for (let doc = 0; doc < size; doc++) place(doc);
  return { docs: docs.subarray(0, count), matching };
}

function leading(docs: Uint32Array, some: ReadonlySet<number>): number {
  let count = 0;
  while (count < docs.length && some.has(docs[count] ?? 0)) count += 1;
  return count;
}
