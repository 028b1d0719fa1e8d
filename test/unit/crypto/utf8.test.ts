import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeUtf8,
  encodeUtf8,
  encodeUtf8Into,
  maxUtf8Length,
  toAscii,
} from '../../../src/crypto/utf8.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('text', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = encodeUtf8(text);
        const room = new Uint8Array(maxUtf8Length(text));
        expect(decodeUtf8(bytes)).toBe(text);
        expect(room.subarray(0, encodeUtf8Into(text, room))).toEqual(bytes);
      }),
      { numRuns: 5_000 },
    );
  });

  test('keeps a leading U+FEFF', () => {
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
  });

  test.each(['\ud800', 'a\udc00b', '\udc00\ud800'])('is refused with half a pair: %j', (text) => {
    const refusal = expect.objectContaining({ code: 'invalid-input' });
    expect(() => encodeUtf8(text)).toThrow(refusal);
    expect(() => encodeUtf8Into(text, new Uint8Array(9))).toThrow(refusal);
  });

  test('is null where the bytes are none', () => {
    expect(decodeUtf8(Uint8Array.of(0xc3, 0x28))).toBeNull();
    expect(decodeUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeNull();
  });
});

describe('ASCII for a decoder', () => {
  test.each([0, 5, 60, 200])('every ASCII character is there, with %i bytes of room', (room) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ascii = [...text].filter((character) => character <= '\x7f').join('');
        const bytes = toAscii(text, new Uint8Array(room)).filter((byte) => byte < 0x80);
        expect(decodeUtf8(bytes)).toBe(ascii);
      }),
      { numRuns: 500 },
    );
  });

  test('uses the room that it is given', () => {
    const room = new Uint8Array(10);
    expect(toAscii('abc', room).buffer).toBe(room.buffer);
    expect(room.subarray(0, 4)).toEqual(Uint8Array.of(97, 98, 99, 0));
  });
});
