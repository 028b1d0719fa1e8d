/** Reads the catalogue: `catalogue.md`, a table that people read as it is. */
import { readFileSync } from 'node:fs';

export type Attack = {
  readonly id: string;
  readonly attack: string;
  /** Test files, from the root of the repository: of code that is the same in both browsers, and of one. */
  readonly both: readonly string[];
  readonly chromium: readonly string[];
  readonly firefox: readonly string[];
  /** Words of `SECURITY.md`; `''` where all can be done. */
  readonly said: string;
};

/** How many rows each part of the catalogue has: filling, menu, messages, server, data. */
export const parts = { F: 23, U: 17, M: 12, S: 18, D: 16 } as const;

export function readCatalogue(): readonly Attack[] {
  const text = readFileSync('test/attacks/catalogue.md', 'utf8');
  return text
    .split('\n')
    .filter((line) => /^\| [FUMSD]\d/.test(line))
    .map((line) => {
      const [id = '', attack = '', both = '', chromium = '', firefox = '', said = ''] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim());
      return {
        id,
        attack,
        both: files(both),
        chromium: files(chromium),
        firefox: files(firefox),
        said,
      };
    });
}

function files(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(' ').map((name) => `test/${name}.ts`);
}

/** Whether a title, or a text with titles in it, names this attack. */
export function names(text: string, id: string): boolean {
  return new RegExp(`\\b${id}\\b`).test(text);
}
