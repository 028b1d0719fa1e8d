import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeLists } from '../../../scripts/words/make.ts';

const lists = makeLists();

describe('the lists of words', () => {
  it('are those that the packages give', () => {
    expect(readdirSync('public/words').sort()).toEqual(Object.keys(lists).sort());
    for (const [name, lines] of Object.entries(lists)) {
      expect(readFileSync(`public/words/${name}`, 'utf8'), name).toBe(`${lines.join('\n')}\n`);
    }
  });

  it('hold 2048 different words each, without spaces or capitals', () => {
    for (const [name, lines] of Object.entries(lists)) {
      if (name === 'common-passwords.txt') continue;
      expect(new Set(lines).size, name).toBe(2048);
      expect(
        lines.filter((word) => !/^\p{Ll}{3,9}$/u.test(word)),
        name,
      ).toEqual([]);
    }
  });
});
