import { describe, expect, it } from 'vitest';
import {
  firstRow,
  fullHeight,
  headingTop,
  type Layout,
  rowCount,
  rowTop,
  scrollFor,
  visibleRows,
} from '../../../../src/popup/screens/home/window.ts';

const layout = (...sections: number[]): Layout => ({ sections, row: 50, heading: 30 });

describe('rows and headings', () => {
  it('lie one below the other', () => {
    const home = layout(2, 1, 3);
    expect([0, 1, 2, 3, 4, 5].map((row) => rowTop(home, row))).toEqual([
      30, 80, 160, 240, 290, 340,
    ]);
    expect([0, 1, 2].map((section) => headingTop(home, section))).toEqual([0, 130, 210]);
    expect([0, 1, 2, 3].map((section) => firstRow(home, section))).toEqual([0, 2, 3, 6]);
    expect(fullHeight(home)).toBe(3 * 30 + 6 * 50);
    expect(rowCount(home)).toBe(6);
  });

  it('leave room for a heading without rows', () => {
    expect(rowTop(layout(0, 4), 0)).toBe(60);
    expect(headingTop(layout(0, 4), 1)).toBe(30);
  });

  it('take no room where there are none', () => {
    expect(fullHeight(layout())).toBe(0);
  });
});

describe('visibleRows', () => {
  const sections = [3, 2, 10, 500];
  it.each([0, 1, 95, 170, 400, 700, 20_000])('holds every row that shows at %i', (top) => {
    const all = layout(...sections);
    const view = { top, height: 400 };
    const { from, to } = visibleRows(all, view);
    for (let index = 0; index < rowCount(all); index += 1) {
      const start = rowTop(all, index);
      const shows = start + 50 > view.top && start < view.top + view.height;
      if (shows) expect(index >= from && index <= to, `row ${index}`).toBe(true);
    }
    expect(to - from).toBeLessThan(30);
  });

  it('ends with the list', () => {
    expect(visibleRows(layout(3), { top: 0, height: 400 })).toEqual({ from: 0, to: 2 });
    expect(visibleRows(layout(), { top: 0, height: 400 }).to).toBe(-1);
  });
});

describe('scrollFor', () => {
  const all = layout(2, 100);
  it('moves as little as it must', () => {
    expect(scrollFor(all, 5, { top: 0, height: 400 })).toBe(0);
    expect(scrollFor(all, 20, { top: 0, height: 400 })).toBe(2 * 30 + 21 * 50 - 400);
    expect(scrollFor(all, 20, { top: 5_000, height: 400 })).toBe(2 * 30 + 20 * 50);
  });

  it('takes the heading along with the first row of a section', () => {
    expect(scrollFor(all, 2, { top: 300, height: 400 })).toBe(130);
    expect(scrollFor(all, 0, { top: 300, height: 400 })).toBe(0);
  });
});
