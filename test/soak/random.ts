/** Chance that can be had again: the same seed gives the same walk. */

export type Random = {
  /** From 0 to 1, without 1. */
  next(): number;
  pick<T>(all: readonly T[]): T;
};

/** Mulberry32: 32 bits of state are enough to choose acts by. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick(all) {
      const picked = all[Math.floor(next() * all.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}
