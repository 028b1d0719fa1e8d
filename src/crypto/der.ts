/** As much of DER (ITU-T X.690) as RSA keys need. Readers return null for anything unexpected. */
import { type Bytes, joinBytes } from './bytes.ts';

export const derTags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  sequence: 0x30,
} as const;

export type DerReader = {
  /** Content of the next element if it has this tag, and moves past it. */
  readonly next: (tag: number) => Bytes | null;
  readonly atEnd: () => boolean;
};

/** Reads the elements of `bytes` one after the other. */
export function readDer(bytes: Bytes): DerReader {
  let at = 0;
  return {
    next(tag) {
      const length = readLength(bytes, at + 1);
      if (bytes[at] !== tag || length === null) return null;
      const start = at + 1 + length.size;
      if (length.value > bytes.length - start) return null;
      at = start + length.value;
      return bytes.subarray(start, at);
    },
    atEnd: () => at === bytes.length,
  };
}

/** Length of an element in one byte, or in one to three that follow the count of them. */
function readLength(bytes: Bytes, at: number): { value: number; size: number } | null {
  const first = bytes[at];
  if (first === undefined) return null;
  if (first < 0x80) return { value: first, size: 1 };
  const count = first & 0x7f;
  const rest = bytes.subarray(at + 1, at + 1 + count);
  if (count === 0 || count > 3 || rest.length < count) return null;
  return { value: rest.reduce((sum, byte) => sum * 256 + byte, 0), size: 1 + count };
}

/** One element, its length as short as DER wants it. */
export function writeDer(tag: number, ...content: Uint8Array[]): Bytes {
  const body = joinBytes(...content);
  const { length } = body;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >>> 8, length & 255];
  return joinBytes(Uint8Array.of(tag, ...size), body);
}

/** A DER integer that is not negative, as a number of any size. */
export function toBigInt(content: Bytes): bigint | null {
  if (content.length === 0 || (content[0] ?? 0) >= 0x80) return null;
  let number = 0n;
  for (const byte of content) number = (number << 8n) | BigInt(byte);
  return number;
}
