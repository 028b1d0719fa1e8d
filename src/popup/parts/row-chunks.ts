/** Rows of a long list, which come in chunks as they come into sight. */

export type RowChunks = {
  /** A new list begins, with these chunks on their way. */
  begin(...offsets: readonly number[]): void;
  /** Offsets of the chunks that rows `from` to `to` need and nobody has asked for; they count as asked now. */
  ask(from: number, to: number, total: number): readonly number[];
  /** A chunk did not come: it may be asked for again. */
  fail(offset: number): void;
};

export function createRowChunks(size: number): RowChunks {
  const asked = new Set<number>();
  return {
    begin(...offsets) {
      asked.clear();
      for (const offset of offsets) asked.add(offset);
    },
    ask(from, to, total) {
      const missing: number[] = [];
      const first = Math.max(0, Math.floor(from / size) * size);
      for (let offset = first; offset <= to && offset < total; offset += size) {
        if (!asked.has(offset)) missing.push(offset);
      }
      for (const offset of missing) asked.add(offset);
      return missing;
    },
    fail(offset) {
      asked.delete(offset);
    },
  };
}

/** The rows by their place in the list, with those of one more chunk. */
export function withChunk<Row>(
  rows: ReadonlyMap<number, Row>,
  offset: number,
  chunk: readonly Row[],
): ReadonlyMap<number, Row> {
  const all = new Map(rows);
  for (const [at, row] of chunk.entries()) all.set(offset + at, row);
  return all;
}
