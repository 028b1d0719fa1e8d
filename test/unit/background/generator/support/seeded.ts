import { createPick, type Pick } from '../../../../../src/background/generator/pick.ts';

/** Random numbers that are the same in every run: xorshift128, after Marsaglia (2003). */
export function seededPick(seed = 1): Pick {
  let [x, y, z, w] = [123_456_789 ^ seed, 362_436_069, 521_288_629, 88_675_123];
  return createPick((numbers) => {
    for (let at = 0; at < numbers.length; at++) {
      const t = x ^ (x << 11);
      [x, y, z] = [y, z, w];
      w = w ^ (w >>> 19) ^ (t ^ (t >>> 8));
      numbers[at] = w >>> 0;
    }
  });
}

/**
 * Chi square of counts that should be equal, as a distance from its mean in standard deviations: of
 * fair counts, less than one in a million is beyond 5.
 */
export function unevenness(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const chi = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
  const freedom = counts.length - 1;
  return (chi - freedom) / Math.sqrt(2 * freedom);
}

export function countEach<T>(all: readonly T[], seen: Iterable<T>): number[] {
  const counts = new Map(all.map((each) => [each, 0]));
  for (const each of seen) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts.values()];
}
