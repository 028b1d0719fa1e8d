import { deflateSync } from 'node:zlib';
import type { PlanAttachment } from './plan.ts';

/** UTF-8 text. */
export function textFile(name: string, text: string): PlanAttachment {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** A small picture, so that bytes beyond ASCII travel too: stripes in two colours. */
export function pictureFile(name: string): PlanAttachment {
  const size = 16;
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, () => (y % 4 < 2 ? [11, 79, 108] : [232, 163, 61])).flat(),
  );
  const pixels = Buffer.from(rows.flatMap((row) => [0, ...row]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return { name, bytes: Buffer.concat(chunks) };
}

/** Length, type, data and checksum, as PNG wants them. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Begins and ends like a PDF; nobody needs to open it. */
export function documentFile(name: string, title: string): PlanAttachment {
  const head = `%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Title (${title}) >>\nendobj\n`;
  return { name, bytes: Buffer.from(`${head}trailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1') };
}
