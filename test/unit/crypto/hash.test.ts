import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legacyMd5Hex, sha256HexOfText, vaultPasswordHash } from '../../../src/crypto/hash.ts';
import { masterKeyProof } from '../../../src/crypto/master-key.ts';
import { readVectors } from './vectors.ts';

const vectors = readVectors<{
  cases: { input: string; sha256: string; md5: string; md5Standard?: string }[];
  vaultHash: { vaultPassword: string; salt: string; passwordHash: string }[];
}>('hash');

describe('known answers', () => {
  test.each(vectors.cases)('proofs of $input', async ({ input, sha256, md5 }) => {
    expect(await masterKeyProof(input)).toBe(sha256);
    expect(await masterKeyProof(input, 'md5')).toBe(md5);
  });

  test('hash functions themselves, without the rule for an empty key', async () => {
    for (const { input, sha256, md5 } of vectors.cases.filter(({ input }) => input !== '')) {
      expect(await sha256HexOfText(input)).toBe(sha256);
      expect(legacyMd5Hex(input)).toBe(md5);
    }
  });

  test.each(vectors.vaultHash)('hash of a vault password with salt $salt', async (known) => {
    expect(await vaultPasswordHash(known.vaultPassword, known.salt)).toBe(known.passwordHash);
  });
});

test('the legacy MD5 is the usual one for text without CRLF and astral characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
      fc.pre(!text.includes('\r\n') && !/[\u{10000}-\u{10ffff}]/u.test(text));
      expect(legacyMd5Hex(text)).toBe(createHash('md5').update(text).digest('hex'));
    }),
    { numRuns: 2_000 },
  );
});
