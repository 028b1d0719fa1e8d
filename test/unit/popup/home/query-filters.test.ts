import { describe, expect, it } from 'vitest';
import {
  findFilters,
  withFilter,
  withoutFilter,
} from '../../../../src/popup/screens/home/query-filters.ts';

describe('findFilters', () => {
  it.each([
    ['', []],
    ['github', []],
    ['vault:"Two words" git', [['vault', 'Two words']]],
    [
      'tag:prod TAG:"x y" color:2',
      [
        ['tag', 'prod'],
        ['tag', 'x y'],
        ['colour', '2'],
      ],
    ],
    ['colour:3', [['colour', '3']]],
    ['vault:"open', [['vault', 'open']]],
    // Nothing is asked for yet, or it is no operator.
    ['vault: tag:""', []],
    ['c:\\tag:x', []],
  ] as const)('of %j', (query, filters) => {
    expect(findFilters(query).map(({ kind, value }) => [kind, value])).toEqual(filters);
  });
});

describe('withFilter', () => {
  it.each([
    ['', 'vault', 'Finance', 'vault:"Finance" '],
    ['git', 'tag', 'two people', 'tag:"two people" git '],
    ['vault:"Old" git', 'vault', 'New', 'vault:"New" git '],
    ['tag:"a"', 'tag', 'b', 'tag:"b" tag:"a" '],
    ['tag:"a"', 'tag', 'a', 'tag:"a" '],
    ['color:2', 'colour', '4', 'color:4 '],
    ['', 'vault', 'Archive "old"', 'vault:"Archive old" '],
  ] as const)('%j and %s %s', (query, kind, value, expected) => {
    expect(withFilter(query, kind, value)).toBe(expected);
  });
});

describe('withoutFilter', () => {
  it('leaves the rest as it is', () => {
    const query = 'vault:"Two words" git tag:x';
    const [vault, tag] = findFilters(query);
    if (vault === undefined || tag === undefined) throw new Error('no filters');
    expect(withoutFilter(query, vault)).toBe('git tag:x');
    expect(withoutFilter(query, tag)).toBe('vault:"Two words" git ');
  });
});
