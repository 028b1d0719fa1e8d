import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../../src/crypto/bytes.ts';
import { deriveKeyAndIv } from '../../../src/crypto/openssl-key.ts';
import {
  decryptText,
  encryptBytes,
  encryptText,
  looksEncrypted,
} from '../../../src/crypto/text-cipher.ts';
import { encodeUtf8 } from '../../../src/crypto/utf8.ts';
import { AppError } from '../../../src/model/error.ts';
import { fromHex, readVectors } from './vectors.ts';

type Case = { name: string; plaintext: string; passphrase: string; ciphertext: string };
const vectors = readVectors<{
  cases: (Case & { saltHex: string; keyHex: string; ivHex: string; plaintextUtf8Hex?: string })[];
  tolerant: Case[];
  errors: Omit<Case, 'plaintext'>[];
}>('aes');

const unreadable = { name: 'AppError', code: 'unreadable' };

describe('known answers', () => {
  test.each(vectors.cases)('decrypts $name', async (known) => {
    const text = await decryptText(known.ciphertext, known.passphrase);
    expect(text).toBe(known.plaintext);
    if (known.plaintextUtf8Hex !== undefined) {
      expect(toHex(encodeUtf8(text))).toBe(known.plaintextUtf8Hex);
    }
  });

  test.each(vectors.cases)('encrypts $name to the same text', async (known) => {
    const bytes = encodeUtf8(known.plaintext);
    const ciphertext = await encryptBytes(bytes, known.passphrase, fromHex(known.saltHex));
    expect(ciphertext).toBe(known.ciphertext);
  });

  test.each(vectors.cases)('derives key and IV of $name', (known) => {
    const derived = deriveKeyAndIv(known.passphrase, fromHex(known.saltHex));
    expect(toHex(derived)).toBe(known.keyHex + known.ivHex);
  });

  test.each(vectors.tolerant)('reads a ciphertext with $name', async (known) => {
    expect(await decryptText(known.ciphertext, known.passphrase)).toBe(known.plaintext);
  });

  test.each(vectors.errors)('refuses: $name', async ({ ciphertext, passphrase }) => {
    await expect(decryptText(ciphertext, passphrase)).rejects.toMatchObject(unreadable);
  });
});

test('what was encrypted is decrypted again, and looks encrypted', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(text, text, async (plaintext, passphrase) => {
      const ciphertext = await encryptText(plaintext, passphrase);
      expect(looksEncrypted(ciphertext)).toBe(true);
      expect(await decryptText(ciphertext, passphrase)).toBe(plaintext);
    }),
    { numRuns: 1_000 },
  );
});

test('the same text is encrypted differently each time', async () => {
  expect(await encryptText('a', 'b')).not.toBe(await encryptText('a', 'b'));
});

test('leaves the buffers of the caller alone', async () => {
  const bytes = encodeUtf8('a secret');
  const salt = fromHex('0102030405060708');
  await encryptBytes(bytes, 'key', salt);
  expect(bytes).toEqual(encodeUtf8('a secret'));
  expect(toHex(salt)).toBe('0102030405060708');
});

test('refuses to encrypt half a surrogate pair instead of changing it', async () => {
  await expect(encryptText('a\ud800b', 'key')).rejects.toMatchObject({ code: 'invalid-input' });
});

describe('S6: one error for every failure', () => {
  test('whatever the input, with the same message and no cause', async () => {
    const ciphertext = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrtuvwxyz'), maxLength: 200 }),
      fc.string({ maxLength: 120 }).map((rest) => `amt4cwv48xb6pp1h${rest}`),
    );
    await fc.assert(
      fc.asyncProperty(ciphertext, fc.string({ unit: 'binary' }), async (value, passphrase) => {
        const thrown: unknown = await decryptText(value, passphrase).then(
          () => null,
          (error: unknown) => error,
        );
        if (thrown === null) return;
        expect(thrown).toBeInstanceOf(AppError);
        expect(thrown).toMatchObject({ ...unreadable, message: 'the text cannot be decrypted' });
        expect(thrown).not.toHaveProperty('cause');
      }),
      { numRuns: 3_000 },
    );
  });

  test('bytes that are no UTF-8', async () => {
    const ciphertext = await encryptBytes(fromHex('c328'), 'key');
    await expect(decryptText(ciphertext, 'key')).rejects.toMatchObject(unreadable);
  });

  test('a passphrase that is no Unicode, which no client can have used', async () => {
    const ciphertext = await encryptText('a', 'key');
    await expect(decryptText(ciphertext, '\ud800')).rejects.toMatchObject(unreadable);
  });
});

test('a wrong passphrase yields no text', async () => {
  const ciphertext = await encryptText('correct horse battery staple', 'the right one');
  const guesses = Array.from({ length: 2_000 }, (_, index) => `wrong ${index}`);
  const results = await Promise.allSettled(guesses.map((guess) => decryptText(ciphertext, guess)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(0);
});
