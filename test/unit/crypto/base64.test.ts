import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../../src/crypto/base64.ts';
import { fromAscii } from '../../../src/crypto/utf8.ts';

const runs = { numRuns: 10_000 };

function textOf(base64: string): string | null {
  const bytes = decodeBase64(base64);
  return bytes && fromAscii(bytes);
}

describe('encoding and decoding', () => {
  test('agree with Node on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(encodeBase64(bytes)).toBe(text);
        expect(decodeBase64(text)).toEqual(bytes);
      }),
      runs,
    );
  });

  // RFC 4648, section 10.
  test.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('RFC 4648: %j', (text, base64) => {
    expect(encodeBase64(Buffer.from(text))).toBe(base64);
    expect(textOf(base64)).toBe(text);
  });
});

describe('what other clients write', () => {
  test.each([
    ['without padding, one byte', 'Zg', 'f'],
    ['without padding, two bytes', 'Zm8', 'fo'],
    ['line feeds', 'Zm9v\nYmFy', 'foobar'],
    ['CRLF and tabs', '\tZm9v\r\nYm\r\nE=\r\n', 'fooba'],
    ['space before and inside the padding', 'Zg =\n=', 'f'],
    ['left-over bits that are not zero', 'Zh==', 'f'],
    ['nothing but white space', ' \n', ''],
  ])('%s', (_name, base64, text) => {
    expect(textOf(base64)).toBe(text);
  });
});

describe('what is no base64', () => {
  test.each([
    ['a single character', 'Z'],
    ['five characters', 'Zm9vY'],
    ['a single character with padding', 'Z==='],
    ['too little padding', 'Zg='],
    ['too much padding', 'Zm8=='],
    ['padding on a full group', 'Zm9v='],
    ['only padding', '===='],
    ['one padding sign', '='],
    ['padding in the middle', 'Zg==Zg=='],
    ['letters after the padding', 'Zg==A'],
    ['the URL alphabet', 'Zm9-'],
    ['a character beyond ASCII', 'Zm9ü'],
    ['a character that ends in the byte of a letter', 'Zm9\u{141}'],
    ['NUL', 'Zm9\0'],
    ['half a surrogate pair', 'Zm9\ud800'],
  ])('%s', (_name, base64) => {
    expect(decodeBase64(base64)).toBeNull();
  });

  test('S12: any text gives null or the bytes that Node reads', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'AZaz09+/= \n-_ü'), maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (text) => {
        const bytes = decodeBase64(text);
        if (bytes !== null) expect(bytes).toEqual(new Uint8Array(Buffer.from(text, 'base64')));
        else expect(text.replace(/[ \t\r\n]/g, '')).not.toMatch(/^([A-Za-z0-9+/]{4})*$/);
      }),
      runs,
    );
  });
});
