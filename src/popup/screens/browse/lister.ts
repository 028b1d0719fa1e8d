/** The list of one folder: its folders come at once, its items as they come into sight. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ErrorCode } from '../../../model/error.ts';
import { isSamePlace, type Place } from '../../../protocol/edit-calls.ts';
import type {
  BrowseAnswer,
  BrowseRequest,
  FolderRow,
  ItemRow,
  SortOrder,
} from '../../../protocol/list-calls.ts';
import type { Result } from '../../../protocol/result.ts';
import { createRowChunks, withChunk } from '../../parts/row-chunks.ts';

/** Items of one request. */
export const chunk = 50;

export type Folder = {
  readonly path: BrowseAnswer['path'];
  readonly folders: readonly FolderRow[];
  readonly rows: ReadonlyMap<number, ItemRow>;
  readonly total: number;
};

export type Lister = {
  readonly found: ReadonlySignal<Folder | null>;
  readonly problem: ReadonlySignal<ErrorCode | null>;
  /** Goes to another place, or lists the same one in another order. */
  open(place: Place, sort: SortOrder): Promise<void>;
  /** Items `from` to `to` came into sight: asks for those that are missing. */
  need(from: number, to: number): void;
  forget(): void;
};

export function createLister(
  browse: (request: BrowseRequest) => Promise<Result<BrowseAnswer>>,
): Lister {
  const found = signal<Folder | null>(null);
  const problem = signal<ErrorCode | null>(null);
  const chunks = createRowChunks(chunk);
  let turn = 0;
  let here: (Place & { readonly sort: SortOrder }) | null = null;

  async function add(offset: number): Promise<void> {
    const mine = turn;
    if (here === null) return;
    const result = await browse({ ...here, offset, limit: chunk });
    const old = found.value;
    if (mine !== turn || old === null) return;
    if (!result.ok) {
      chunks.fail(offset);
      problem.value = result.error.code;
      return;
    }
    found.value = { ...old, rows: withChunk(old.rows, offset, result.value.rows) };
  }

  return {
    found,
    problem,
    async open(place, sort) {
      turn += 1;
      const mine = turn;
      const moved = here === null || !isSamePlace(here, place);
      here = { vaultId: place.vaultId, folderId: place.folderId, sort };
      chunks.begin(0);
      if (moved) found.value = null;
      const result = await browse({ ...here, offset: 0, limit: chunk });
      if (mine !== turn) return;
      batch(() => {
        problem.value = result.ok ? null : result.error.code;
        if (!result.ok) return;
        const { path, folders, rows, total } = result.value;
        found.value = { path, folders, rows: new Map(rows.entries()), total };
      });
    },
    need(from, to) {
      for (const offset of chunks.ask(from, to, found.value?.total ?? 0)) void add(offset);
    },
    forget() {
      turn += 1;
      here = null;
      chunks.begin();
      found.value = null;
      problem.value = null;
    },
  };
}
