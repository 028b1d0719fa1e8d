import { describe, expect, it } from 'vitest';
import { rank } from '../../../../src/background/items/rank.ts';

const nobody = {
  site: [],
  used: [],
  recent: [],
  coded: new Set<number>(),
  reused: new Set<number>(),
};
/** How many items were put in order for an answer. */
const ordered = (page: Uint32Array) => page.buffer.byteLength / Uint32Array.BYTES_PER_ELEMENT;

describe('an answer of a thousand items that fit alike', () => {
  const found = () => rank(new Uint8Array(1_000), nobody);

  it('is put in order for its first hundred alone, which is seen with every letter', () => {
    const page = found().page(0, 100);
    expect([...page]).toEqual(Array.from({ length: 100 }, (_, at) => at));
    expect(ordered(page)).toBe(100);
  });

  it('is put in order as a whole for whoever looks further', () => {
    const page = found().page(0, 101);
    expect([...page.subarray(98)]).toEqual([98, 99, 100]);
    expect(ordered(page)).toBe(1_000);
  });
});
