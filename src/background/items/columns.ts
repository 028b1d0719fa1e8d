/**
 * Several columns in one run of bytes, so that reading a chunk back costs no more than looking at it:
 * numbers become views of the bytes, texts are decoded once, and nothing is parsed value by value.
 *
 * Layout: byte length of the header (32 bits), the header as JSON, then each column. Header and
 * columns start at multiples of four. Numbers lie in the machine's byte order, as chunks never
 * leave the machine.
 */

export type Column = Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | string;

/** What was packed. A column that is missing or of another kind throws: the chunk is damaged. */
export type Columns = {
  readonly meta: unknown;
  numbers(name: string): Uint32Array<ArrayBuffer>;
  bytes(name: string): Uint8Array<ArrayBuffer>;
  text(name: string): string;
};

type Section = { name: string; kind: 'numbers' | 'bytes' | 'text'; start: number; length: number };

const encoder = new TextEncoder();
// A leading U+FEFF of a text is part of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** `meta` is whatever JSON can hold. */
export function packColumns(
  meta: unknown,
  columns: Readonly<Record<string, Column>>,
): Uint8Array<ArrayBuffer> {
  let end = 0;
  const sections: Section[] = [];
  const contents: Uint8Array[] = [];
  for (const [name, column] of Object.entries(columns)) {
    const content = toBytes(column);
    sections.push({ name, kind: kindOf(column), start: end, length: content.length });
    contents.push(content);
    end = padded(end + content.length);
  }
  const header = encoder.encode(JSON.stringify({ meta, sections }));
  const base = padded(4 + header.length);
  const out = new Uint8Array(base + end);
  new Uint32Array(out.buffer, 0, 1)[0] = header.length;
  out.set(header, 4);
  sections.forEach(({ start }, index) => {
    out.set(contents[index] ?? [], base + start);
  });
  return out;
}

/** Throws where the bytes are no packed columns. Views stay bound to `bytes`. */
export function unpackColumns(bytes: Uint8Array<ArrayBuffer>): Columns {
  const { buffer, byteOffset } = bytes;
  const headerLength = new Uint32Array(buffer, byteOffset, 1)[0] ?? 0;
  const header: { meta: unknown; sections: Section[] } = JSON.parse(
    decoder.decode(bytes.subarray(4, 4 + headerLength)),
  );
  const base = byteOffset + padded(4 + headerLength);
  const section = (name: string, kind: Section['kind']): Section => {
    const found = header.sections.find((one) => one.name === name && one.kind === kind);
    if (found === undefined) throw new RangeError(`no column ${name}`);
    return found;
  };
  const view = ({ start, length }: Section) => new Uint8Array(buffer, base + start, length);
  return {
    meta: header.meta,
    numbers(name) {
      const { start, length } = section(name, 'numbers');
      return new Uint32Array(buffer, base + start, length / 4);
    },
    bytes: (name) => view(section(name, 'bytes')),
    text: (name) => decoder.decode(view(section(name, 'text'))),
  };
}

function toBytes(column: Column): Uint8Array {
  if (typeof column === 'string') return encoder.encode(column);
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

function kindOf(column: Column): Section['kind'] {
  if (typeof column === 'string') return 'text';
  return column instanceof Uint32Array ? 'numbers' : 'bytes';
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
