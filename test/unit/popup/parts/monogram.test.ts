import { describe, expect, it } from 'vitest';
import { monogram, tint } from '../../../../src/popup/parts/monogram.ts';

describe('monogram', () => {
  it.each([
    ['github', 'G'],
    ['«Бухгалтерия»', 'Б'],
    ['请假系统', '请'],
    ['  (1C)', '1'],
    ['', '·'],
    ['—', '·'],
  ])('%j shows %j', (name, wanted) => {
    expect(monogram(name)).toBe(wanted);
  });

  it('is short, however many marks are piled on a letter', () => {
    expect([...monogram(`a${'\u0301'.repeat(200)}`)].length).toBeLessThanOrEqual(4);
  });
});

describe('tint', () => {
  it('is the same for the same name and spreads over all eight', () => {
    const found = new Set(Array.from({ length: 200 }, (_, index) => tint(`Item ${index}`)));
    expect([...found].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(tint('GitHub')).toBe(tint('GitHub'));
  });
});
