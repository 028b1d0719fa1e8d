import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { armor, unarmor } from '../../../src/crypto/armor.ts';
import { encodeBase32 } from '../../../src/crypto/base32.ts';
import { fromAscii, toAscii } from '../../../src/crypto/utf8.ts';

/** Texts longer than one chunk of 16,384 characters, which carries 7,680 bytes, and around the ends of chunks. */
const lengths = [0, 1, 7_679, 7_680, 7_681, 7_682, 15_359, 15_360, 15_361, 20_000];

const fileOf = (length: number) => Uint8Array.from({ length }, (_, at) => at * 31 + (at >> 8));

describe('bytes of any length', () => {
  test.each(lengths)('%i', (length) => {
    const text = armor(fileOf(length));
    const base64 = Buffer.from(fileOf(length)).toString('base64');
    expect(text).toBe(fromAscii(encodeBase32(Buffer.from(base64))));
    expect(unarmor(text)).toEqual(fileOf(length));
  });

  test('short ones, at random', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(unarmor(armor(bytes))).toEqual(bytes);
      }),
      { numRuns: 5_000 },
    );
  });

  test('results do not share their bytes', () => {
    const first = unarmor(armor(fileOf(50)));
    unarmor(armor(fileOf(60)));
    expect(first).toEqual(fileOf(50));
  });
});

describe('separators in a long text', () => {
  const clean = armor(fileOf(20_000));

  test.each([
    ['at the start', `\n${clean}`],
    ['in the first chunk', `${clean.slice(0, 100)} ${clean.slice(100)}`],
    ['at the end of a chunk', `${clean.slice(0, 16_384)}-${clean.slice(16_384)}`],
    ['beyond ASCII', `${clean.slice(0, 20_000)}ü${clean.slice(20_000)}`],
    [
      'a chunk full of them',
      `${clean.slice(0, 16_384)}${' '.repeat(16_384)}${clean.slice(16_384)}`,
    ],
    ['at the end', `${clean}\r\n`],
    ['after every line', clean.replace(/.{64}/g, '$&\r\n')],
  ])('%s', (_name, text) => {
    expect(unarmor(text)).toEqual(fileOf(20_000));
  });
});

describe('no base64 inside', () => {
  const inBase32 = (base64: string) => fromAscii(encodeBase32(toAscii(base64)));
  const long = Buffer.from(fileOf(20_000)).toString('base64');

  test.each([
    ['short', '***'],
    ['long, in the first chunk', `*${long}`],
    ['long, at the end', `${long}*`],
    ['padding where a chunk ends', `${long.slice(0, 10_238)}==${long.slice(10_240)}`],
  ])('%s', (_name, base64) => {
    expect(unarmor(inBase32(base64))).toBeNull();
  });

  test('white space in it is skipped, as everywhere', () => {
    expect(unarmor(inBase32(`${long.slice(0, 500)}\n${long.slice(500)}`))).toEqual(fileOf(20_000));
  });
});
