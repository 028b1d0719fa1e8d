import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly bytes: Buffer };

/** 1 January 1980, the first day that the format knows: a zip must not tell when it was made. */
const day = 0x0021;
const versionNeeded = 20;
const namesAreUtf8 = 0x0800;
const deflated = 8;
/** A plain file that everybody may read, as Unix says it; "made by" Unix makes readers believe it. */
const madeByUnix = 0x0314;
const plainFile = 0o100644 * 0x10000;

/**
 * A zip file with nothing in it but its input, so that two people who build the same sources get the
 * same bytes. Format: APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory)
 * and 4.3.16 (its end).
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name);
    const packed = deflateRawSync(bytes, { level: 9 });
    const shared = sharedHeader({ nameBytes, packed, bytes });
    const local = Buffer.concat([number32(0x04034b50), shared, nameBytes, packed]);
    directory.push(
      number32(0x02014b50),
      number16(madeByUnix),
      shared,
      number16(0), // comment
      number16(0), // disk
      number16(0), // internal attributes
      number32(plainFile),
      number32(offset),
      nameBytes,
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = number16(entries.length);
  const end = [
    number32(0x06054b50),
    number16(0), // disk
    number16(0), // disk of the directory
    count,
    count,
    number32(central.length),
    number32(offset),
    number16(0), // comment
  ];
  return Buffer.concat([...parts, central, ...end]);
}

/** What the local header and the directory say alike, from "version needed" to "extra length". */
function sharedHeader(entry: { nameBytes: Buffer; packed: Buffer; bytes: Buffer }): Buffer {
  return Buffer.concat([
    number16(versionNeeded),
    number16(namesAreUtf8),
    number16(deflated),
    number16(0), // time
    number16(day),
    number32(crc32(entry.bytes)),
    number32(entry.packed.length),
    number32(entry.bytes.length),
    number16(entry.nameBytes.length),
    number16(0), // extra
  ]);
}

function number16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function number32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
