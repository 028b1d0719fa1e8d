import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../../../src/popup/parts/find-places.ts';
import type { PlaceRow } from '../../../../src/protocol/edit-calls.ts';

function row(path: string): PlaceRow {
  const names = path.split('/');
  const folderId = names.length > 1 ? path : null;
  return { vaultId: names[0] ?? '', folderId, path: names, kind: 'company' };
}

const all = ['Café', 'Café/Keys', 'Engineering', 'Engineering/Code', 'Engineering/Code/Owners'].map(
  row,
);
const find = (query: string, last: readonly PlaceRow[] = []) =>
  findPlaces({ all, last }, query).rows.map(({ path }) => path.join('/'));

describe('findPlaces', () => {
  it.each([
    ['', ['Café', 'Café/Keys', 'Engineering', 'Engineering/Code', 'Engineering/Code/Owners']],
    ['  ', ['Café', 'Café/Keys', 'Engineering', 'Engineering/Code', 'Engineering/Code/Owners']],
    ['cafe', ['Café', 'Café/Keys']],
    ['OWN eng', ['Engineering/Code/Owners']],
    ['engineering/code', ['Engineering', 'Engineering/Code', 'Engineering/Code/Owners'].slice(1)],
    ['zebra', []],
    ['(', []],
  ])('finds %j', (query, found) => {
    expect(find(query)).toEqual(found);
  });

  it('puts a place that is itself called so before what lies in it', () => {
    expect(find('code')).toEqual(['Engineering/Code', 'Engineering/Code/Owners']);
  });

  it('puts those used last in front, once, and only where they fit', () => {
    const last = [row('Engineering/Code/Owners'), row('Café/Keys')];
    expect(find('', last)).toEqual([
      'Engineering/Code/Owners',
      'Café/Keys',
      'Café',
      'Engineering',
      'Engineering/Code',
    ]);
    expect(find('code', last)).toEqual(['Engineering/Code/Owners', 'Engineering/Code']);
  });

  it('counts what it does not show', () => {
    const many = Array.from({ length: 100 }, (_, at) => row(`Vault ${at}`));
    const { rows, more } = findPlaces({ all: many, last: [] }, 'vault');
    expect(rows.length + more).toBe(100);
    expect(more).toBeGreaterThan(0);
  });
});
