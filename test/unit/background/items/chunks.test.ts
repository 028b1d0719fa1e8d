import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packColumns, unpackColumns } from '../../../../src/background/items/columns.ts';
import { packRows, rowsInChunk, unpackRows } from '../../../../src/background/items/row-chunk.ts';
import { sortedNumbers } from '../../../../src/background/items/slices.ts';
import { createSeal, newKeyText } from '../../../../src/background/seal.ts';
import { fakeVault, summary } from './support/vault-client.ts';

describe('columns', () => {
  test('come back as they were packed', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.array(fc.nat(0xffffffff)),
        fc.uint8Array(),
        fc.string({ unit: 'grapheme' }),
        (meta, numbers, bytes, text) => {
          const packed = packColumns(meta, {
            numbers: Uint32Array.from(numbers),
            bytes: Uint8Array.from(bytes),
            text,
          });
          // Decrypted bytes may lie at any place of a buffer that is a multiple of four.
          const moved = new Uint8Array(packed.length + 8).subarray(8);
          moved.set(packed);
          const columns = unpackColumns(moved);
          expect(columns.meta).toEqual(JSON.parse(JSON.stringify(meta)));
          expect([...columns.numbers('numbers')]).toEqual(numbers);
          expect([...columns.bytes('bytes')]).toEqual([...bytes]);
          expect(columns.text('text')).toBe(text);
        },
      ),
    );
  });

  test('that are missing, or of another kind, are damage', () => {
    const columns = unpackColumns(packColumns(null, { text: 'a' }));
    expect(() => columns.numbers('text')).toThrow(RangeError);
    expect(() => columns.text('other')).toThrow(RangeError);
    expect(() => unpackColumns(new Uint8Array(16).fill(255))).toThrow();
    expect(() => unpackColumns(new Uint8Array(2))).toThrow();
  });
});

describe('rows', () => {
  test('come back as they were, with their paths', () => {
    const items = Array.from({ length: rowsInChunk + 3 }, (_, number) =>
      summary({
        id: `i${String(number).padStart(4, '0')}`,
        folderId: ['f1', 'f2', null][number % 3] ?? null,
        name: `Имя ${number} 🔑`,
        urls: ['https://a.example', ''],
        tags: ['x'],
        favourite: number % 2 === 0,
        colour: number,
        shortcutId: number % 5 === 0 ? `s${number}` : null,
      }),
    );
    const folders = [
      { id: 'f1', vaultId: 'v', parentId: null, name: 'One' },
      { id: 'f2', vaultId: 'v', parentId: 'f1', name: 'Two' },
    ];
    const vault = fakeVault('v', [...items].reverse(), { folders });
    const chunks = [...packRows(vault, vault)].map(unpackRows);
    expect(chunks.map(({ count }) => count)).toEqual([rowsInChunk, 3]);
    const rows = chunks.flatMap((chunk) =>
      Array.from({ length: chunk.count }, (_, row) => chunk.read(row)),
    );
    const paths = [['Vault v', 'One'], ['Vault v', 'One', 'Two'], ['Vault v']];
    const expected = items.map((item, number) => ({
      ...item,
      vaultId: 'v',
      host: 'a.example',
      path: paths[number % 3],
    }));
    expect(rows).toEqual(expected);
  });
});

describe('a seal', () => {
  test('opens what it closed under the same name', async () => {
    const seal = await createSeal(newKeyText());
    const plain = new Uint8Array([1, 2, 3]);
    const closed = await seal?.close('a', plain);
    expect(closed && (await seal?.open('a', closed))).toEqual(plain);
    expect(closed && (await seal?.open('b', closed))).toBeNull();
  });

  test('is never the same twice, and tells every changed byte', async () => {
    const seal = await createSeal(newKeyText());
    const plain = new Uint8Array([1, 2, 3]);
    const closed = await seal?.close('a', plain);
    expect(await seal?.close('a', plain)).not.toEqual(closed);
    for (let at = 0; at < (closed?.length ?? 0); at++) {
      const changed = closed?.slice();
      if (!changed) throw new Error('nothing closed');
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      expect(await seal?.open('a', changed)).toBeNull();
    }
    for (const length of [0, 1, 12, 28]) {
      expect(await seal?.open('a', new Uint8Array(length).fill(1))).toBeNull();
    }
  });

  test.each(['', 'AAAA', 'x'.repeat(44), `${'A'.repeat(43)}=\n`])(
    'takes no key %j',
    async (text) => {
      expect(await createSeal(text)).toBeNull();
    },
  );
});

test('numbers are sorted in slices as the platform sorts them at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(50), { maxLength: 5000, size: 'max' }), async (values) => {
      const compare = (a: number, b: number) => (values[a] ?? 0) - (values[b] ?? 0);
      const sorted = await sortedNumbers(values.length, compare, async () => {});
      expect([...sorted]).toEqual([...values.keys()].sort(compare));
    }),
    { numRuns: 30 },
  );
});
