/** A whole number from 0 to `below` - 1, each equally likely. `below` is 1 to 2^32. */
export type Pick = (below: number) => number;

/** Fills with random bits. */
export type FillRandom = (numbers: Uint32Array<ArrayBuffer>) => void;

/**
 * A number beyond the last whole multiple of `below` is thrown away: taking the remainder of all
 * would favour the first ones.
 */
export function createPick(
  fill: FillRandom = (numbers) => void crypto.getRandomValues(numbers),
): Pick {
  const numbers = new Uint32Array(64);
  let at = numbers.length;
  return (below) => {
    const fair = 2 ** 32 - (2 ** 32 % below);
    for (;;) {
      if (at === numbers.length) {
        fill(numbers);
        at = 0;
      }
      const number = numbers[at] ?? 0;
      // Nothing stays behind from which a password could be told.
      numbers[at] = 0;
      at += 1;
      if (number < fair) return number % below;
    }
  };
}

/** One of a list that is not empty. */
export function pickOne<T>(all: ArrayLike<T>, pick: Pick): T {
  const at = pick(all.length);
  const one = all[at];
  if (one === undefined) throw new RangeError('picked from nothing');
  return one;
}
