import { describe, expect, it } from 'vitest';
import { createPick } from '../../../../src/background/generator/pick.ts';
import { countEach, seededPick, unevenness } from './support/seeded.ts';

const upTo = (below: number) => Array.from({ length: below }, (_, at) => at);

describe('picking a number', () => {
  it.each([2, 3, 10, 26, 82, 2048])('favours none of %i', (below) => {
    const pick = seededPick(below);
    const picked = Array.from({ length: below * 400 }, () => pick(below));
    expect(unevenness(countEach(upTo(below), picked))).toBeLessThan(5);
  });

  it('would be told from picking by remainder alone', () => {
    // Three quarters of 2^32 do not go into it: the lower half would come twice as often.
    const below = 3 * 2 ** 30;
    const biased: number[] = [];
    const fair: number[] = [];
    const pick = seededPick(7);
    for (let count = 0; count < 20_000; count++) {
      biased.push(Math.floor((pick(2 ** 32) % below) / 2 ** 30));
      fair.push(Math.floor(pick(below) / 2 ** 30));
    }
    expect(unevenness(countEach(upTo(3), biased))).toBeGreaterThan(50);
    expect(unevenness(countEach(upTo(3), fair))).toBeLessThan(5);
  });

  it('throws away what is beyond the last whole multiple', () => {
    // 2^32 is 6 more than a multiple of 10: those six numbers are not taken.
    const given = [2 ** 32 - 1, 2 ** 32 - 6, 2 ** 32 - 7, 12];
    const pick = createPick((numbers) => {
      numbers.fill(0);
      numbers.set(given);
    });
    expect([pick(10), pick(10)]).toEqual([9, 2]);
  });

  it('leaves no number behind that was used', () => {
    let held: Uint32Array | undefined;
    const pick = createPick((numbers) => {
      held = numbers;
      numbers.fill(5);
    });
    pick(10);
    expect([...(held ?? [])].filter((number) => number !== 5)).toEqual([0]);
  });

  it('takes its numbers from the cryptographic source', () => {
    const pick = createPick();
    const picked = new Set(Array.from({ length: 1_000 }, () => pick(2 ** 32)));
    expect(picked.size).toBeGreaterThan(990);
  });
});
