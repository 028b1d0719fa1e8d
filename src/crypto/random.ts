import { randomBytes, wipe } from './bytes.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Random texts of the protocol (section 3.10): which characters, how many. */
export const secretShapes = {
  'v4-vault-password': { alphabet: letters, length: 100 },
  'v4-vault-salt': { alphabet: letters, length: 32 },
  'v4-item-key': { alphabet: `${letters}!@#$%^`, length: 32 },
  'v4-attachment-key': { alphabet: letters, length: 100 },
  'v4-link-code': { alphabet: letters, length: 100 },
  'v7-vault-key': { alphabet: `${letters}@!`, length: 100 },
  'v7-vault-salt': { alphabet: `${letters}@!`, length: 32 },
  'v7-item-key': { alphabet: `${letters}@!`, length: 100 },
  'v7-attachment-key': { alphabet: `${letters}@!`, length: 100 },
  'v7-link-code': { alphabet: `${letters}@!`, length: 100 },
  'key-derivation-salt': { alphabet: `${letters}@!`, length: 20 },
} as const;

export type SecretShape = keyof typeof secretShapes;

/** A new random text of a shape. */
export function randomSecret(shape: SecretShape): string {
  const { alphabet, length } = secretShapes[shape];
  return randomText(alphabet, length);
}

/**
 * `length` characters, each equally likely. `alphabet` holds 2 to 256 different ASCII characters.
 * A random byte beyond the last whole multiple of the alphabet is thrown away: taking the remainder of
 * all bytes would favour the first characters.
 */
export function randomText(alphabet: string, length: number): string {
  const fair = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    const bytes = randomBytes(64);
    for (const byte of bytes) {
      if (byte < fair && text.length < length) text += alphabet.charAt(byte % alphabet.length);
    }
    wipe(bytes);
  }
  return text;
}
