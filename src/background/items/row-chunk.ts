/**
 * Rows of one vault as bytes: JSON for each row, found by its place and parsed only when it is
 * shown. 100,000 rows cost 20 MB this way, and no work until then.
 */
import type { Folder, ItemSummary, Vault } from '../../model/item.ts';
import { packColumns, unpackColumns } from './columns.ts';
import { itemHost } from './item-host.ts';
import { addressesIn } from './site.ts';

/** What the index keeps of an item. */
export type IndexedItem = Pick<
  ItemSummary,
  | 'id'
  | 'vaultId'
  | 'folderId'
  | 'shortcutId'
  | 'name'
  | 'login'
  | 'urls'
  | 'description'
  | 'tags'
  | 'colour'
  | 'favourite'
  | 'passwordChangedAt'
> & {
  /** Host of the first URL as a person reads it, `''` where there is none. */
  readonly host: string;
  /** Vault and folders from the root. */
  readonly path: readonly string[];
};

export type RowChunk = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly count: number;
  /** Throws for a row that is not there. */
  read(row: number): IndexedItem;
};

export const rowsInChunk = 256;

/** Where rows lie: a folder, or the root of the vault. */
type Place = { readonly folderId: string | null; readonly path: readonly string[] };

type Meta = { readonly count: number; readonly vaultId: string; readonly places: readonly Place[] };

type PackedRow = [
  id: string,
  shortcutId: string | null,
  name: string,
  login: string,
  urls: readonly string[],
  description: string,
  tags: readonly string[],
  colour: number,
  favourite: 0 | 1,
  host: string,
  place: number,
  passwordChangedAt: number,
];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A vault's rows, chunk by chunk. Rows are sorted by id: ids grow with time, so that a new item
 * changes the last chunk and an edited one its own, and the others are recognised as they are.
 */
export function* packRows(
  vault: Vault,
  content: { folders: readonly Folder[]; items: readonly ItemSummary[] },
): Generator<Uint8Array<ArrayBuffer>> {
  const placeOf = createPlaces(vault, content.folders);
  const sorted = [...content.items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (let start = 0; start < sorted.length; start += rowsInChunk) {
    yield packChunk(sorted.slice(start, start + rowsInChunk), { vaultId: vault.id, placeOf });
  }
}

export function unpackRows(bytes: Uint8Array<ArrayBuffer>): RowChunk {
  const columns = unpackColumns(bytes);
  const { count, vaultId, places } = columns.meta as Meta; // our own, authenticated on the way back
  const starts = columns.numbers('starts');
  const rows = columns.bytes('rows');
  return {
    bytes,
    count,
    read(row) {
      const text = decoder.decode(rows.subarray(starts[row], starts[row + 1]));
      const packed: PackedRow = JSON.parse(text);
      const [id, shortcutId, name, login, urls, description, tags, colour, favourite, host] =
        packed;
      const [place, passwordChangedAt] = [packed[10], packed[11]];
      return {
        id,
        vaultId,
        folderId: places[place]?.folderId ?? null,
        shortcutId,
        name,
        login,
        urls,
        description,
        tags,
        colour,
        favourite: favourite === 1,
        host,
        path: places[place]?.path ?? [],
        passwordChangedAt,
      };
    },
  };
}

function packChunk(
  items: readonly ItemSummary[],
  from: { vaultId: string; placeOf: (folderId: string | null) => Place },
): Uint8Array<ArrayBuffer> {
  const places = new Map<Place, number>();
  const starts = new Uint32Array(items.length + 1);
  const rows = items.map((item, index) => {
    const place = from.placeOf(item.folderId);
    const number = places.get(place) ?? places.size;
    places.set(place, number);
    const packed: PackedRow = [
      item.id,
      item.shortcutId,
      item.name,
      item.login,
      item.urls,
      item.description,
      item.tags,
      item.colour,
      item.favourite ? 1 : 0,
      itemHost(addressesIn(item.urls)[0] ?? '')?.readable ?? '',
      number,
      item.passwordChangedAt,
    ];
    const bytes = encoder.encode(JSON.stringify(packed));
    starts[index + 1] = (starts[index] ?? 0) + bytes.length;
    return bytes;
  });
  const joined = new Uint8Array(starts[items.length] ?? 0);
  rows.forEach((row, index) => {
    joined.set(row, starts[index]);
  });
  const meta: Meta = { count: items.length, vaultId: from.vaultId, places: [...places.keys()] };
  return packColumns(meta, { starts, rows: joined });
}

function keyOf(item: ItemSummary): string {
  return `${item.id} ${item.shortcutId ?? ''}`;
}

/** Places are shared, so that a chunk can number them by identity. */
function createPlaces(vault: Vault, folders: readonly Folder[]) {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  const root: Place = { folderId: null, path: [vault.name] };
  const known = new Map<string, Place>();
  const placeOf = (folderId: string | null): Place => {
    const folder = folderId === null ? undefined : byId.get(folderId);
    if (folder === undefined) return root;
    const found = known.get(folder.id);
    if (found !== undefined) return found;
    // Taken for now: a server whose folders hold each other must not keep us going round.
    known.set(folder.id, root);
    const above = placeOf(folder.parentId).path;
    const place = { folderId: folder.id, path: [...above, folder.name] };
    known.set(folder.id, place);
    return place;
  };
  return placeOf;
}
