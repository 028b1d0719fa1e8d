import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageParsers } from '../../../src/background/handlers/page.ts';
import { popupParsers } from '../../../src/background/handlers/popup/popup.ts';
import {
  either,
  flag,
  integer,
  invalid,
  list,
  nullable,
  oneOf,
  type Parser,
  record,
  text,
} from '../../../src/protocol/parse.ts';
import { parseMessage } from '../../../src/protocol/receiver.ts';

const point = record<{ x: number; name: string }>({ x: integer(0, 9), name: text(3) });

describe('parsers', () => {
  const table: readonly [string, Parser<unknown>, unknown, unknown][] = [
    ['text', text(3), 'abc', 'abc'],
    ['text too long', text(3), 'abcd', invalid],
    ['text that is a number', text(3), 1, invalid],
    ['integer', integer(0, 5), 5, 5],
    ['integer beyond', integer(0, 5), 6, invalid],
    ['integer with a fraction', integer(0, 5), 1.5, invalid],
    ['integer that is NaN', integer(0, 5), Number.NaN, invalid],
    ['flag', flag, false, false],
    ['flag that is a text', flag, 'false', invalid],
    ['one of', oneOf('a', 'b'), 'b', 'b'],
    ['none of', oneOf('a', 'b'), 'toString', invalid],
    ['null', nullable(flag), null, null],
    ['list', list(flag, 2), [true, false], [true, false]],
    ['list too long', list(flag, 2), [true, true, true], invalid],
    ['list with one wrong', list(flag, 2), [true, 1], invalid],
    ['list that is an object', list(flag, 2), { length: 1, 0: true }, invalid],
    ['record', point, { x: 1, name: 'a' }, { x: 1, name: 'a' }],
    ['record lacking a key', point, { x: 1 }, invalid],
    ['record with one key more', point, { x: 1, name: 'a', y: 2 }, invalid],
    ['record by inheritance', point, Object.create({ x: 1, name: 'a' }), invalid],
    [
      'M6: record with a polluting key',
      point,
      JSON.parse('{"x":1,"__proto__":{"name":"a"}}'),
      invalid,
    ],
    ['either', either(flag, text(3)), 'abc', 'abc'],
    ['neither', either(flag, text(3)), 7, invalid],
  ];
  it.each(table)('%s', (_, parser, value, expected) => {
    expect(parser(value)).toEqual(expected);
  });

  it('M6: never throw, whatever a call is asked with', () => {
    const all = [
      ...Object.values(popupParsers),
      ...Object.values(pageParsers),
    ] as Parser<unknown>[];
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true }),
        (value) => {
          for (const parser of all) parser(value);
          parseMessage(value);
        },
      ),
      { numRuns: 50_000 },
    );
  });
});
