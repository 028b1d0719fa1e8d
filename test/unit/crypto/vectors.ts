import { readFileSync } from 'node:fs';

/** One file of test/vectors. `T` names the part that the test reads. */
export function readVectors<T>(name: string): T {
  const text = readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as T;
}

/** Bytes of a vector's `…Base64` field, by Node's own decoder. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

/** Bytes of a vector's `…Hex` field. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'hex'));
}
