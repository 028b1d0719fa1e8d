/** Bytes over a plain buffer: the shape that WebCrypto takes, unlike one over shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Overwrites buffers that we made. A caller's own buffers are the caller's to wipe. */
export function wipe(...buffers: Uint8Array[]): void {
  for (const buffer of buffers) buffer.fill(0);
}

/** One buffer holding all `parts` one after the other. */
export function joinBytes(...parts: Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** Cryptographically random bytes; at most 65,536 of them, the limit of the platform's generator. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
