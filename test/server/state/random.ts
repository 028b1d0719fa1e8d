/** A source of bytes that gives the same bytes for the same seed. Never for real secrets. */
export type Random = {
  /** A number from 0 up to, but without, `limit`. */
  number(limit: number): number;
  bytes(length: number): Uint8Array<ArrayBuffer>;
  text(alphabet: string, length: number): string;
  pick<T>(list: readonly [T, ...T[]]): T;
};

export const alphabets = {
  /** Vault passwords, attachment keys, link codes, tokens (section 3.10). */
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  itemKey: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!@#$%^',
  salt: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@!',
  hex: '0123456789abcdef',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
} as const;

/** sfc32, a small and fast generator; the seed is any text. */
export function createRandom(seed: string): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (const letter of seed) {
    a ^= letter.codePointAt(0) ?? 0;
    next();
  }
  for (let round = 0; round < 12; round += 1) next();

  const number = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  return {
    number,
    bytes: (length) => {
      const out = new Uint8Array(length);
      for (let index = 0; index < length; index += 1) out[index] = next() & 255;
      return out;
    },
    text: (alphabet, length) => {
      let out = '';
      for (let index = 0; index < length; index += 1) out += alphabet[number(alphabet.length)];
      return out;
    },
    pick: (list) => list[number(list.length)] ?? list[0],
  };
}

/** Ids as every sample shows them: 24 hex digits. */
export function createIds(random: Random): () => string {
  return () => random.text(alphabets.hex, 24);
}
