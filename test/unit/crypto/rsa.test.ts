import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePublicKey } from '../../../src/crypto/pem.ts';
import {
  decryptRsa,
  encryptRsa,
  openPrivateKey,
  type RsaPadding,
  type RsaPrivateKey,
} from '../../../src/crypto/rsa.ts';
import { readVectors } from './vectors.ts';

type KnownKey = { id: string; bits: number; publicKey: string; privateKey: string };
const vectors = readVectors<{
  keys: KnownKey[];
  cases: { keyId: string; padding: RsaPadding; ciphertext: string; plaintext: string }[];
  errors: { name: string; keyId: string; ciphertext: string }[];
}>('rsa');

const unreadable = { name: 'AppError', code: 'unreadable' };
const keys = new Map<string, RsaPrivateKey>();

function keyOf(id: string): RsaPrivateKey {
  const key = keys.get(id);
  if (key === undefined) throw new Error(`no key ${id}`);
  return key;
}

beforeAll(async () => {
  for (const { id, privateKey } of vectors.keys) keys.set(id, await openPrivateKey(privateKey));
});

describe('known answers', () => {
  test.each(vectors.cases.map((known, index) => ({ ...known, index })))(
    '$index: $padding with $keyId',
    async ({ keyId, padding, ciphertext, plaintext }) => {
      expect(await decryptRsa(ciphertext, keyOf(keyId))).toEqual({ text: plaintext, padding });
    },
  );

  test.each(vectors.errors)('refuses: $name', async ({ keyId, ciphertext }) => {
    await expect(decryptRsa(ciphertext, keyOf(keyId))).rejects.toMatchObject(unreadable);
  });

  test.each(vectors.keys)('$id: what its public key encrypts, it decrypts', async (known) => {
    for (const padding of ['OAEP-SHA256', 'PKCS1v15'] as const) {
      const ciphertext = await encryptRsa('Пароль 😀', known.publicKey, padding);
      expect(ciphertext.length).toBe(Math.ceil(known.bits / 24) * 4);
      expect(await decryptRsa(ciphertext, keyOf(known.id))).toEqual({ text: 'Пароль 😀', padding });
    }
  });
});

const [small] = vectors.keys;
if (small === undefined) throw new Error('no keys');

describe('length of the text', () => {
  const vaultKey = 'k'.repeat(100);

  test('a vault key too long for OAEP with 1024 bits goes out with v1.5', async () => {
    const ciphertext = await encryptRsa(vaultKey, small.publicKey, 'OAEP-SHA256');
    const opened = await decryptRsa(ciphertext, keyOf(small.id));
    expect(opened).toEqual({ text: vaultKey, padding: 'PKCS1v15' });
  });

  test.each([
    ['OAEP-SHA256', 62, 'OAEP-SHA256'],
    ['OAEP-SHA256', 63, 'PKCS1v15'],
    ['PKCS1v15', 117, 'PKCS1v15'],
  ] as const)('%s, %i bytes of 1024 bits: %s', async (wanted, length, padding) => {
    const ciphertext = await encryptRsa('a'.repeat(length), small.publicKey, wanted);
    expect(await decryptRsa(ciphertext, keyOf(small.id))).toMatchObject({ padding });
  });

  test('too long for either', async () => {
    const attempt = encryptRsa('a'.repeat(118), small.publicKey, 'OAEP-SHA256');
    await expect(attempt).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('the empty text', async () => {
    for (const padding of ['OAEP-SHA256', 'PKCS1v15'] as const) {
      const ciphertext = await encryptRsa('', small.publicKey, padding);
      expect(await decryptRsa(ciphertext, keyOf(small.id))).toEqual({ text: '', padding });
    }
  });
});

describe('forms of a ciphertext', () => {
  test('line feeds inside', async () => {
    const ciphertext = await encryptRsa('a', small.publicKey, 'PKCS1v15');
    const wrapped = ciphertext.replace(/.{64}/g, '$&\n');
    expect(await decryptRsa(wrapped, keyOf(small.id))).toMatchObject({ text: 'a' });
  });

  test('zero bytes left out at the front, as JSEncrypt does', async () => {
    let block = Buffer.alloc(0);
    // One ciphertext in 256 begins with a zero byte.
    for (let tries = 0; tries < 20_000 && block[0] !== 0; tries++) {
      block = Buffer.from(await encryptRsa('zero', small.publicKey, 'PKCS1v15'), 'base64');
    }
    expect(block[0]).toBe(0);
    const short = block.subarray(1).toString('base64');
    expect(await decryptRsa(short, keyOf(small.id))).toMatchObject({ text: 'zero' });
  });

  test('one byte too many', async () => {
    const ciphertext = await encryptRsa('a', small.publicKey, 'PKCS1v15');
    const long = Buffer.concat([Buffer.alloc(1), Buffer.from(ciphertext, 'base64')]);
    const attempt = decryptRsa(long.toString('base64'), keyOf(small.id));
    await expect(attempt).rejects.toMatchObject(unreadable);
  });

  test('a number beyond the modulus', async () => {
    const ciphertext = Buffer.alloc(128, 255).toString('base64');
    await expect(decryptRsa(ciphertext, keyOf(small.id))).rejects.toMatchObject(unreadable);
  });

  test('any ciphertext gives a typed error', async () => {
    const blocks = fc
      .uint8Array({ minLength: 120, maxLength: 128 })
      .map((bytes) => Buffer.from(bytes).toString('base64'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(blocks, fc.string({ unit: 'binary' })), async (ciphertext) => {
        await expect(decryptRsa(ciphertext, keyOf(small.id))).rejects.toMatchObject(unreadable);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the v1.5 block: 00 02, at least 8 non-zero bytes, 00, text', () => {
  const text = '41'.repeat(4);
  // Filled up with 11 in front of the zero, so that the block has the 128 bytes of the key.
  const block = (head: string, tail: string) =>
    head + '11'.repeat(128 - (head.length + tail.length) / 2) + tail;

  test.each([
    ['as it should be', block('0002', `00${text}`), 'AAAA'],
    ['exactly 8 bytes of filling', `0002${'11'.repeat(8)}00${'41'.repeat(117)}`, 'A'.repeat(117)],
    ['7 bytes of filling', `0002${'11'.repeat(7)}00${'41'.repeat(118)}`, null],
    ['a first byte that is not 0', block('0102', `00${text}`), null],
    ['type 1, a signature', block('0001', `00${text}`), null],
    ['no zero after the filling', block('0002', text), null],
    ['a text that is no UTF-8', block('0002', '00c328'), null],
  ])('%s', async (_name, hex, expected) => {
    const { n, e } = parsePublicKey(small.publicKey) ?? { n: 1n, e: 1n };
    const number = raise(BigInt(`0x${hex}`), { exponent: e, modulus: n });
    const ciphertext = Buffer.from(number.toString(16).padStart(256, '0'), 'hex').toString(
      'base64',
    );
    const opened = decryptRsa(ciphertext, keyOf(small.id));
    if (expected === null) await expect(opened).rejects.toMatchObject(unreadable);
    else expect(await opened).toEqual({ text: expected, padding: 'PKCS1v15' });
  });

  function raise(base: bigint, by: { exponent: bigint; modulus: bigint }): bigint {
    let result = 1n;
    for (let e = by.exponent, square = base; e > 0n; e >>= 1n) {
      if (e & 1n) result = (result * square) % by.modulus;
      square = (square * square) % by.modulus;
    }
    return result;
  }
});

describe('keys', () => {
  const publicPem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();

  test('cannot be exported', () => {
    for (const key of keys.values()) expect(key.oaep.extractable).toBe(false);
  });

  test.each([1024, 3072])('%i bits, fresh', async (modulusLength) => {
    const pair = generateKeyPairSync('rsa', { modulusLength });
    const pem = pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    const ciphertext = await encryptRsa('a', publicPem(pair.publicKey), 'OAEP-SHA256');
    const opened = await decryptRsa(ciphertext, await openPrivateKey(pem));
    expect(opened).toEqual({ text: 'a', padding: 'OAEP-SHA256' });
  });

  test('too small a key is refused', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 768 });
    const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await expect(openPrivateKey(pem)).rejects.toMatchObject(unreadable);
    const attempt = encryptRsa('a', publicPem(pair.publicKey), 'PKCS1v15');
    await expect(attempt).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
