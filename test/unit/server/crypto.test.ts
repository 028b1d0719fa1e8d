import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hashAttachment } from '../../server/crypto/attachment.ts';
import { decodeBase32, encodeBase32 } from '../../server/crypto/base32.ts';
import { deriveMasterKey, hashKey } from '../../server/crypto/master-key.ts';
import { oneTimeCode } from '../../server/crypto/one-time-code.ts';
import { decryptRsa, encryptRsa, makeRsaKeys } from '../../server/crypto/rsa.ts';
import { decryptText, encryptText } from '../../server/crypto/text-cipher.ts';
import { createRandom } from '../../server/state/random.ts';

/** The server's own crypto against the official connectors: it is the second opinion on ours. */
function read<T>(file: string): T {
  const url = new URL(`../../vectors/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as T;
}

type Base32 = {
  encode: { inputBase64: string; output: string }[];
  decode: { input: string; outputBase64: string }[];
};
type Aes = {
  cases: { plaintext: string; passphrase: string; ciphertext: string; saltHex: string }[];
  errors: { ciphertext: string; passphrase: string }[];
};
type MasterKey = {
  cases: {
    masterPassword: string;
    mkOptions: string;
    masterKey: string;
    masterHashSha256: string;
    masterHashMd5: string;
  }[];
};
type Rsa = {
  keys: { id: string; privateKey: string }[];
  cases: { keyId: string; padding: string; ciphertext: string; plaintext: string }[];
};
type Totp = { cases: { secret: string; at: number; code: string }[] };
type Attachments = { cases: { dataBase64: string; hash: string }[] };

test('base32', () => {
  const { encode, decode } = read<Base32>('base32.json');
  for (const { inputBase64, output } of encode) {
    expect(encodeBase32(Buffer.from(inputBase64, 'base64'))).toBe(output);
  }
  for (const { input, outputBase64 } of decode) {
    expect(Buffer.from(decodeBase32(input)).toString('base64')).toBe(outputBase64);
  }
});

test('the text cipher, exactly for a given salt', () => {
  const { cases, errors } = read<Aes>('aes.json');
  for (const { plaintext, passphrase, ciphertext, saltHex } of cases) {
    expect(encryptText(plaintext, passphrase, Buffer.from(saltHex, 'hex'))).toBe(ciphertext);
    expect(decryptText(ciphertext, passphrase)).toBe(plaintext);
  }
  for (const { ciphertext, passphrase } of errors) {
    expect(() => decryptText(ciphertext, passphrase)).toThrow();
  }
});

test('the master key and its proof', () => {
  for (const each of read<MasterKey>('master-key.json').cases) {
    const key = deriveMasterKey(each.masterPassword, each.mkOptions);
    expect(key).toBe(each.masterKey);
    expect(hashKey(key, 'sha256')).toBe(each.masterHashSha256);
    expect(hashKey(key, 'md5')).toBe(each.masterHashMd5);
  }
});

test('the hash of a file', () => {
  for (const { dataBase64, hash } of read<Attachments>('attachments.json').cases) {
    if (dataBase64 !== '') expect(hashAttachment(Buffer.from(dataBase64, 'base64'))).toBe(hash);
  }
});

test('one-time codes', () => {
  const { cases } = read<Totp>('totp.json');
  for (const { secret, at, code } of cases) expect(oneTimeCode(secret, at)).toBe(code);
});

describe('RSA', () => {
  test('v1.5 of the official connectors opens', () => {
    const { keys, cases } = read<Rsa>('rsa.json');
    const padded = cases.filter(({ padding }) => padding === 'PKCS1v15');
    expect(padded.length).toBeGreaterThan(3);
    for (const { keyId, ciphertext, plaintext } of padded) {
      const key = keys.find(({ id }) => id === keyId);
      expect(decryptRsa(ciphertext, key?.privateKey ?? '')).toBe(plaintext);
    }
  });

  test.each([
    [1024, 'pkcs1', '-----BEGIN RSA PRIVATE KEY-----'],
    [2048, 'pkcs8', '-----BEGIN PRIVATE KEY-----'],
  ] as const)('%i-bit keys are the same for the same seed', (bits, format, head) => {
    const [one, two, other] = ['a', 'a', 'b'].map((seed) =>
      makeRsaKeys(createRandom(seed), bits, format),
    );
    expect(one).toEqual(two);
    expect(one?.privatePem).not.toBe(other?.privatePem);
    expect(one?.privatePem.startsWith(head)).toBe(true);
    const sealed = encryptRsa('an item key', one?.publicPem ?? '', createRandom('padding'));
    expect(decryptRsa(sealed, one?.privatePem ?? '')).toBe('an item key');
    expect(() => decryptRsa(sealed, other?.privatePem ?? '')).toThrow();
  });
});
