import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePrivateKey, parsePublicKey } from '../../../src/crypto/pem.ts';
import { readVectors } from './vectors.ts';

type KnownKey = { id: string; bits: number; publicKey: string; privateKey: string };
const { keys } = readVectors<{ keys: KnownKey[] }>('rsa');

const toNumber = (base64url: string | undefined) =>
  BigInt(`0x${Buffer.from(base64url ?? '', 'base64url').toString('hex')}`);

describe('keys of the official connectors', () => {
  test.each(keys)('private key $id agrees with Node', ({ privateKey, bits }) => {
    const parsed = parsePrivateKey(privateKey);
    const known = createPrivateKey(privateKey);
    const jwk = known.export({ format: 'jwk' });
    expect(parsed?.n).toBe(toNumber(jwk.n));
    expect(parsed?.d).toBe(toNumber(jwk.d));
    expect(parsed?.n.toString(2)).toHaveLength(bits);
    expect(Buffer.from(parsed?.pkcs8 ?? [])).toEqual(
      known.export({ type: 'pkcs8', format: 'der' }),
    );
  });

  test.each(keys)('public key $id agrees with Node', ({ publicKey }) => {
    const parsed = parsePublicKey(publicKey);
    const known = createPublicKey(publicKey);
    const jwk = known.export({ format: 'jwk' });
    expect(parsed?.n).toBe(toNumber(jwk.n));
    expect(parsed?.e).toBe(toNumber(jwk.e));
    expect(Buffer.from(parsed?.spki ?? [])).toEqual(known.export({ type: 'spki', format: 'der' }));
  });
});

const [first] = keys;
if (first === undefined) throw new Error('no keys');
const { privateKey, publicKey } = first;

test('white space and other text around the key do not matter', () => {
  const indented = `Bag Attributes\n\n${privateKey.replaceAll('\n', '\n   ')}\r\n\r\nthe end`;
  expect(parsePrivateKey(indented)?.n).toBe(parsePrivateKey(privateKey)?.n);
});

describe('no key that we can use', () => {
  const edited = (change: (der: Buffer) => void) => {
    const body = publicKey.replace(/-----[A-Z ]+-----/g, '');
    const der = Buffer.from(body, 'base64');
    change(der);
    return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----`;
  };

  test('the untouched key is one', () => {
    expect(parsePublicKey(edited(() => {}))).not.toBeNull();
  });

  test.each([
    ['empty text', ''],
    ['a private key', privateKey],
    ['no END line', publicKey.replace(/-----END.*/s, '')],
    ['END before BEGIN', '-----END PUBLIC KEY-----AAAA-----BEGIN PUBLIC KEY-----'],
    ['nothing between the lines', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----'],
    ['no base64', publicKey.replace('MIGf', '*IGf')],
    ['a byte too few', publicKey.replace('MIGf', 'MIGg')],
    ['another algorithm', edited((der) => der.writeUInt8(2, 16))],
    ['an even modulus', edited((der) => der.writeUInt8(der.readUInt8(156) & 0xfe, 156))],
    ['an exponent of 1', edited((der) => der.writeUIntBE(1, der.length - 3, 3))],
    ['an even exponent', edited((der) => der.writeUIntBE(65536, der.length - 3, 3))],
    ['a negative exponent', edited((der) => der.writeUInt8(0x80, der.length - 3))],
    ['an endless text', publicKey + ' '.repeat(20_000)],
  ])('public: %s', (_name, pem) => {
    expect(parsePublicKey(pem)).toBeNull();
  });

  test.each([
    ['empty text', ''],
    ['a public key', publicKey],
    ['an encrypted key', privateKey.replaceAll('RSA PRIVATE', 'ENCRYPTED PRIVATE')],
    ['PKCS#1 under the label of PKCS#8', privateKey.replaceAll('RSA PRIVATE', 'PRIVATE')],
    ['an elliptic curve key', ecKey()],
  ])('private: %s', (_name, pem) => {
    expect(parsePrivateKey(pem)).toBeNull();
  });

  function ecKey(): string {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  }
});

test('damage anywhere gives null or another key, never an exception', () => {
  const lines = (label: string, der: Uint8Array) =>
    `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----`;
  const der = Buffer.from(privateKey.replace(/-----[A-Z ]+-----/g, ''), 'base64');
  const damaged = fc.array(fc.tuple(fc.nat(40), fc.nat(255)), { maxLength: 3 }).map((changes) => {
    const copy = Uint8Array.from(der);
    for (const [at, byte] of changes) copy[at] = byte;
    return copy;
  });
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 60 })), (bytes) => {
      for (const label of ['RSA PRIVATE KEY', 'PRIVATE KEY']) {
        const parsed = parsePrivateKey(lines(label, bytes));
        if (parsed !== null) expect(parsed.d < parsed.n).toBe(true);
      }
      const parsed = parsePublicKey(lines('PUBLIC KEY', bytes));
      if (parsed !== null) expect(parsed.e > 1n).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
