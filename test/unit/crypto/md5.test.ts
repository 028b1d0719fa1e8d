import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from '../../../src/crypto/bytes.ts';
import { md5 } from '../../../src/crypto/md5.ts';

const nodes = (message: Uint8Array) => createHash('md5').update(message).digest('hex');

// RFC 1321, appendix A.5.
test.each([
  ['', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['a', '0cc175b9c0f1b6a831c399e269772661'],
  ['abc', '900150983cd24fb0d6963f7d28e17f72'],
  ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
  [
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    'd174ab98d277d9f5a5611c2c9f419d9f',
  ],
  ['1234567890'.repeat(8), '57edf4a22be3c955ac49da2e2107b67a'],
])('RFC 1321: %j', (text, digest) => {
  expect(toHex(md5(Buffer.from(text)))).toBe(digest);
});

test('every length around the ends of blocks', () => {
  for (let length = 0; length <= 200; length++) {
    const message = new Uint8Array(length).fill(0xa5);
    expect(toHex(md5(message))).toBe(nodes(message));
  }
});

test('any message, as Node does it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
      expect(toHex(md5(message))).toBe(nodes(message));
    }),
    { numRuns: 10_000 },
  );
});

test('a message that is part of a larger buffer, left as it was', () => {
  const buffer = Uint8Array.from({ length: 300 }, (_, at) => at);
  const message = buffer.subarray(13, 213);
  expect(toHex(md5(message))).toBe(nodes(message));
  expect(buffer[13]).toBe(13);
});
