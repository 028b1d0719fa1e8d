import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { zip } from '../../../scripts/build/zip.ts';

const entries = [
  { name: 'manifest.json', bytes: Buffer.from('{}') },
  { name: '_locales/ру/messages.json', bytes: Buffer.from('x'.repeat(10_000)) },
  { name: 'empty', bytes: Buffer.alloc(0) },
];

/** Reads the directory at the end and unpacks what it points to, as any reader of zips does. */
function unzip(file: Buffer): { name: string; bytes: Buffer }[] {
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = file.readUInt32LE(end + 16);
  return Array.from({ length: file.readUInt16LE(end + 10) }, () => {
    expect(file.readUInt32LE(at)).toBe(0x02014b50);
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.subarray(at + 46, at + 46 + nameLength).toString();
    const local = file.readUInt32LE(at + 42);
    expect(file.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const bytes = inflateRawSync(file.subarray(start, start + file.readUInt32LE(at + 20)));
    expect(bytes.length).toBe(file.readUInt32LE(at + 24));
    at += 46 + nameLength;
    return { name, bytes };
  });
}

it('packs what was given, in its order', () => {
  expect(unzip(zip(entries))).toEqual(entries);
});

it('packs the same bytes at any time', () => {
  expect(zip(entries).equals(zip(entries))).toBe(true);
  // Time and day of each file: midnight of the first day there is.
  expect(zip(entries).readUInt32LE(10)).toBe(0x0021_0000);
});
