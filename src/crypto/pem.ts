/** RSA keys in PEM (section 3.6): PKCS#1 and PKCS#8 private keys, SPKI public keys. */
import { decodeBase64 } from './base64.ts';
import { type Bytes, joinBytes } from './bytes.ts';
import { derTags, readDer, toBigInt, writeDer } from './der.ts';

const { integer, bitString, octetString, sequence } = derTags;

/** `n` modulus, `e` public and `d` private exponent; the DER is what WebCrypto imports. */
export type ParsedPublicKey = { readonly n: bigint; readonly e: bigint; readonly spki: Bytes };
export type ParsedPrivateKey = { readonly n: bigint; readonly d: bigint; readonly pkcs8: Bytes };

// OBJECT IDENTIFIER rsaEncryption (1.2.840.113549.1.1.1) and its NULL parameters, as they stand in DER.
const rsaEncryption = Uint8Array.of(6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 1, 1, 5, 0);
const versionZero = Uint8Array.of(integer, 1, 0);

// Smaller keys protect nothing; larger ones only cost time, which a hostile server could ask for.
const minBits = 1024;
const maxBits = 8192;
const maxPemLength = 20_000;

/** A private key, null where the text holds none that we can use. */
export function parsePrivateKey(pem: string): ParsedPrivateKey | null {
  const pkcs1 = pemBody(pem, 'RSA PRIVATE KEY');
  if (pkcs1 !== null) return readPkcs1(pkcs1, wrapPkcs1(pkcs1));
  const pkcs8 = pemBody(pem, 'PRIVATE KEY');
  const fields = pkcs8 && openSequence(pkcs8);
  if (!pkcs8 || !fields?.next(integer) || !isRsa(fields.next(sequence))) return null;
  const inner = fields.next(octetString);
  return inner && readPkcs1(inner, pkcs8);
}

/** A public key, null where the text holds none that we can use. */
export function parsePublicKey(pem: string): ParsedPublicKey | null {
  const spki = pemBody(pem, 'PUBLIC KEY');
  const fields = spki && openSequence(spki);
  if (!spki || !fields || !isRsa(fields.next(sequence))) return null;
  const bits = fields.next(bitString);
  // The first byte of a bit string counts the unused bits at its end.
  const key = bits?.[0] === 0 ? openSequence(bits.subarray(1)) : null;
  const n = nextNumber(key);
  const e = nextNumber(key);
  if (n === null || e === null || !isUsableModulus(n)) return null;
  // Exponents in use are 3 and 65537; a huge one would only make us work.
  return e >= 3n && e < 2n ** 32n && e % 2n === 1n ? { n, e, spki } : null;
}

function readPkcs1(pkcs1: Bytes, pkcs8: Bytes): ParsedPrivateKey | null {
  const key = openSequence(pkcs1);
  const version = nextNumber(key);
  const n = nextNumber(key);
  const e = nextNumber(key);
  const d = nextNumber(key);
  if (version !== 0n || n === null || e === null || d === null || !isUsableModulus(n)) return null;
  return d > 1n && d < n ? { n, d, pkcs8 } : null;
}

/** WebCrypto takes a private key only inside the PKCS#8 envelope. */
function wrapPkcs1(pkcs1: Bytes): Bytes {
  return writeDer(
    sequence,
    joinBytes(versionZero, writeDer(sequence, rsaEncryption)),
    writeDer(octetString, pkcs1),
  );
}

/** Bytes between the BEGIN and END lines of this label; line ends and what surrounds them do not matter. */
function pemBody(pem: string, label: string): Bytes | null {
  if (pem.length > maxPemLength) return null;
  const begin = `-----BEGIN ${label}-----`;
  const start = pem.indexOf(begin);
  const end = pem.indexOf(`-----END ${label}-----`);
  return start < 0 || end < start ? null : decodeBase64(pem.slice(start + begin.length, end));
}

/** The fields of the one sequence that `der` must consist of. */
function openSequence(der: Bytes): ReturnType<typeof readDer> | null {
  const outer = readDer(der);
  const content = outer.next(sequence);
  return content && outer.atEnd() ? readDer(content) : null;
}

function nextNumber(fields: ReturnType<typeof readDer> | null): bigint | null {
  const content = fields?.next(integer);
  return content ? toBigInt(content) : null;
}

function isRsa(algorithm: Bytes | null): boolean {
  return (
    algorithm?.length === rsaEncryption.length &&
    rsaEncryption.every((byte, at) => algorithm[at] === byte)
  );
}

function isUsableModulus(n: bigint): boolean {
  const bits = n.toString(2).length;
  return bits >= minBits && bits <= maxBits && n % 2n === 1n;
}
