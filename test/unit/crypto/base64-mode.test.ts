import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePlain, encodePlain } from '../../../src/crypto/base64-mode.ts';
import { encryptText } from '../../../src/crypto/text-cipher.ts';
import { readVectors } from './vectors.ts';

const vectors = readVectors<{
  cases: {
    text: string;
    jsConnector: string;
    pythonConnector: string | null;
    expectDecoded: { fromStandard: string; fromJsConnector: string };
  }[];
  lenient: { value: string | null; decoded: string }[];
}>('base64-mode');

describe('known answers', () => {
  test.each(vectors.cases)('$text', ({ text, jsConnector, pythonConnector, expectDecoded }) => {
    expect(pythonConnector).not.toBeNull();
    expect(encodePlain(text)).toBe(pythonConnector);
    expect(decodePlain(pythonConnector)).toBe(expectDecoded.fromStandard);
    expect(decodePlain(jsConnector)).toBe(expectDecoded.fromJsConnector);
  });

  test.each(vectors.lenient)('reads $value', ({ value, decoded }) => {
    expect(decodePlain(value)).toBe(decoded);
  });
});

test('any text is read back, also as the JS connector writes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(decodePlain(encodePlain(text))).toBe(text);
      // CESU-8: each UTF-16 unit for itself.
      const apart = [...Array(text.length).keys()].flatMap((at) =>
        unitToBytes(text.charCodeAt(at)),
      );
      expect(decodePlain(Buffer.from(apart).toString('base64'))).toBe(text);
    }),
    { numRuns: 5_000 },
  );
});

function unitToBytes(unit: number): number[] {
  if (unit < 0x80) return [unit];
  if (unit < 0x800) return [0xc0 | (unit >> 6), 0x80 | (unit & 63)];
  return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63)];
}

test('an encrypted value says that the master password is needed', async () => {
  const value = await encryptText('secret', 'key');
  expect(() => decodePlain(value)).toThrow(
    expect.objectContaining({ code: 'master-password-needed' }),
  );
});

describe('unreadable', () => {
  test.each([
    ['no base64', '***'],
    ['no UTF-8', 'wyg='],
    ['half a surrogate pair', Buffer.from([0xed, 0xa0, 0xbd]).toString('base64')],
    ['two halves in the wrong order', Buffer.from('edb880eda0bd', 'hex').toString('base64')],
    ['a pair cut short', Buffer.from('eda0bdedb8', 'hex').toString('base64')],
  ])('%s', (_name, value) => {
    expect(() => decodePlain(value)).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  test('any value gives a text or a typed error', () => {
    const bytes = fc
      .uint8Array({ maxLength: 40 })
      .map((list) => Buffer.from(list).toString('base64'));
    fc.assert(
      fc.property(fc.oneof(bytes, fc.string({ unit: 'binary' })), (value) => {
        try {
          expect(decodePlain(value)).toBeTypeOf('string');
        } catch (error) {
          expect(error).toMatchObject({ name: 'AppError', code: 'unreadable' });
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

test('refuses to write half a surrogate pair', () => {
  expect(() => encodePlain('a\udc00')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});
