import { describe, expect, it } from 'vitest';
import {
  fullHeight,
  type Layout,
  restTop,
  rowTop,
  scrollFor,
  visibleRows,
} from '../../../../src/popup/screens/home/window.ts';

const layout = (total: number, matching: number): Layout => ({
  total,
  matching,
  row: 50,
  heading: 30,
});

describe('rowTop', () => {
  it('leaves room for one heading where there is one section', () => {
    expect(rowTop(layout(10, 0), 0)).toBe(30);
    expect(rowTop(layout(10, 0), 9)).toBe(30 + 9 * 50);
    expect(rowTop(layout(3, 3), 2)).toBe(30 + 2 * 50);
  });

  it('leaves room for a second heading after the rows of the site', () => {
    expect(rowTop(layout(10, 2), 1)).toBe(30 + 50);
    expect(rowTop(layout(10, 2), 2)).toBe(30 + 2 * 50 + 30);
  });
});

describe('restTop', () => {
  it('is the end of the first section', () => {
    expect(restTop(layout(10, 2))).toBe(130);
  });

  it('is null where there is only one section', () => {
    expect(restTop(layout(10, 0))).toBeNull();
    expect(restTop(layout(10, 10))).toBeNull();
  });
});

describe('fullHeight', () => {
  it('ends with the last row', () => {
    expect(fullHeight(layout(10, 2))).toBe(10 * 50 + 2 * 30);
    expect(fullHeight(layout(0, 0))).toBe(0);
  });
});

describe('visibleRows', () => {
  it.each([0, 1, 5, 100, 2_000])(
    'covers whatever is in sight, with %i rows of the site',
    (matching) => {
      const all = layout(2_000, matching);
      for (let top = 0; top < fullHeight(all); top += 437) {
        const { from, to } = visibleRows(all, { top, height: 500 });
        for (let index = 0; index < all.total; index += 1) {
          const above = rowTop(all, index) + all.row <= top;
          const below = rowTop(all, index) >= top + 500;
          const missing = !above && !below && (index < from || index > to);
          if (missing) expect.fail(`row ${index} is in sight at ${top} and not drawn`);
        }
      }
    },
  );

  it('draws a few dozen rows of a hundred thousand', () => {
    const { from, to } = visibleRows(layout(100_000, 3), { top: 2_000_000, height: 500 });
    expect(to - from).toBeLessThan(25);
  });

  it('is empty for an empty list', () => {
    expect(visibleRows(layout(0, 0), { top: 0, height: 500 }).to).toBe(-1);
  });
});

describe('scrollFor', () => {
  const all = layout(100, 2);

  it('stays where the row is in full sight', () => {
    expect(scrollFor(all, 5, { top: 100, height: 500 })).toBe(100);
  });

  it('shows the heading above the first row of a section', () => {
    expect(scrollFor(all, 0, { top: 900, height: 500 })).toBe(0);
    expect(scrollFor(all, 2, { top: 900, height: 500 })).toBe(130);
  });

  it('moves down by as little as needed', () => {
    const top = scrollFor(all, 20, { top: 0, height: 500 });
    expect(top + 500).toBe(rowTop(all, 20) + all.row);
  });
});
