/** Vaults and folders to put something into, and where the person put something last. */

import type { Folder, Vault } from '../../model/item.ts';
import type { Passwork } from '../../passwork/index.ts';
import type { StoredText } from '../../platform/storage.ts';
import { isSamePlace, type Place, type PlaceRow, type Places } from '../../protocol/edit-calls.ts';
import { list } from '../../protocol/parse.ts';
import { place } from '../ref-parsers.ts';
import { readStored } from '../stored-json.ts';

export type PlaceBook = {
  /** Throws what the connector throws. A vault whose folders cannot be read stands there without them. */
  list(): Promise<Places>;
  /** Something was put there: it comes first from now on. */
  note(place: Place): Promise<void>;
  /** Forgets what was fetched. */
  wipe(): void;
};

type Dependencies = {
  readonly use: <T>(work: (client: Passwork) => Promise<T>) => Promise<T>;
  /** Ids only, no names: it lies on the disk. */
  readonly last: StoredText;
  readonly now: () => number;
};

/** Milliseconds for which a list is good: a picker that is opened twice asks once. */
const freshFor = 60_000;
const vaultsAtOnce = 4;
const lastKept = 5;

const places = list(place, lastKept);

export function createPlaces({ use, last, now }: Dependencies): PlaceBook {
  const rows = once(() => use(fetchRows));

  /** Asks once for as long as the answer is good; a failure is forgotten. */
  function once<T>(fetch: () => Promise<T>) {
    let known: { readonly answer: Promise<T>; readonly until: number } | null = null;
    return {
      get(): Promise<T> {
        if (known !== null && known.until > now()) return known.answer;
        const answer = fetch();
        known = { answer, until: now() + freshFor };
        answer.catch(() => {
          if (known?.answer === answer) known = null;
        });
        return answer;
      },
      forget() {
        known = null;
      },
    };
  }

  const lastPlaces = (): Promise<readonly Place[]> => readStored(last, places, () => []);

  return {
    async list() {
      const [all, before] = await Promise.all([rows.get(), lastPlaces()]);
      const found = before.map((place) => all.find((row) => isSamePlace(row, place)));
      return { all, last: found.filter((row) => row !== undefined) };
    },
    async note({ vaultId, folderId }) {
      const place = { vaultId, folderId };
      const others = (await lastPlaces()).filter((each) => !isSamePlace(each, place));
      await last.set(JSON.stringify([place, ...others].slice(0, lastKept)));
    },
    wipe() {
      rows.forget();
    },
  };
}

async function fetchRows(client: Passwork): Promise<readonly PlaceRow[]> {
  const vaults = await client.vaults();
  const rows: PlaceRow[][] = vaults.map(() => []);
  const left = [...vaults.entries()];
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [at, vault] = next;
      rows[at] = rowsOf(vault, await client.folders(vault.id).catch(() => []));
    }
  };
  await Promise.all(Array.from({ length: vaultsAtOnce }, lane));
  return rows.flat();
}

/** The vault's root, then its folders as a tree read from top to bottom. */
function rowsOf(vault: Vault, folders: readonly Folder[]): PlaceRow[] {
  const { id: vaultId, kind } = vault;
  const children = new Map<string | null, Folder[]>();
  for (const folder of folders) {
    const siblings = children.get(folder.parentId) ?? [];
    siblings.push(folder);
    children.set(folder.parentId, siblings);
  }
  const rows: PlaceRow[] = [{ vaultId, folderId: null, path: [vault.name], kind }];
  const order = new Intl.Collator(undefined, { numeric: true });
  const walk = (parentId: string | null, path: readonly string[]) => {
    const here = children.get(parentId) ?? [];
    // Taken away, so that a server's ring of folders ends.
    children.delete(parentId);
    for (const folder of here.sort((a, b) => order.compare(a.name, b.name))) {
      const below = [...path, folder.name];
      rows.push({ vaultId, folderId: folder.id, path: below, kind });
      walk(folder.id, below);
    }
  };
  walk(null, [vault.name]);
  return rows;
}
