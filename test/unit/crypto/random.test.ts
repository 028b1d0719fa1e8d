import { describe, expect, test } from 'vitest';
import { randomSecret, randomText, secretShapes } from '../../../src/crypto/random.ts';

const shapes = Object.keys(secretShapes) as (keyof typeof secretShapes)[];

describe('shapes of the protocol', () => {
  const letters = 'A-Za-z0-9';

  test.each([
    ['v4-vault-password', letters, 100],
    ['v4-vault-salt', letters, 32],
    ['v4-item-key', `${letters}!@#$%^`, 32],
    ['v4-attachment-key', letters, 100],
    ['v4-link-code', letters, 100],
    ['v7-vault-key', `${letters}@!`, 100],
    ['v7-vault-salt', `${letters}@!`, 32],
    ['v7-item-key', `${letters}@!`, 100],
    ['v7-attachment-key', `${letters}@!`, 100],
    ['v7-link-code', `${letters}@!`, 100],
    ['key-derivation-salt', `${letters}@!`, 20],
  ] as const)('%s: [%s]{%i}', (shape, characters, length) => {
    const pattern = new RegExp(`^[${characters.replace('^', '\\^')}]{${length}}$`);
    for (let run = 0; run < 50; run++) expect(randomSecret(shape)).toMatch(pattern);
  });

  test('every alphabet has each character once', () => {
    for (const shape of shapes) {
      const { alphabet } = secretShapes[shape];
      expect(new Set(alphabet).size).toBe(alphabet.length);
    }
  });

  test('all their characters occur', () => {
    for (const shape of shapes) {
      const seen = new Set(Array.from({ length: 300 }, () => randomSecret(shape)).join(''));
      expect(seen.size).toBe(secretShapes[shape].alphabet.length);
    }
  });
});

test('no two are equal', () => {
  const secrets = Array.from({ length: 1_000 }, () => randomSecret('key-derivation-salt'));
  expect(new Set(secrets).size).toBe(1_000);
});

test('every character is equally likely', () => {
  // 200 characters: the plain remainder of a byte would make the first 56 of them twice as likely.
  const alphabet = String.fromCharCode(...Array.from({ length: 200 }, (_, at) => at + 1));
  const length = 400_000;
  const counts = new Map<string, number>();
  for (const character of randomText(alphabet, length)) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const expected = length / alphabet.length;
  const deviations = [...alphabet].map((c) => ((counts.get(c) ?? 0) - expected) ** 2 / expected);
  const chiSquare = deviations.reduce((sum, deviation) => sum + deviation, 0);
  // 199 degrees of freedom: 320 is passed by chance less than once in ten million runs.
  expect(chiSquare).toBeLessThan(320);
});

test.each([0, 1, 63, 64, 65, 1_000])('%i characters', (length) => {
  expect(randomText('ab', length)).toMatch(new RegExp(`^[ab]{${length}}$`));
});
