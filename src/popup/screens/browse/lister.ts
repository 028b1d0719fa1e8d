/** The list of one folder: its folders come at once, its items as they come into sight. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ErrorCode } from '../../../model/error.ts';
import type {
  BrowseAnswer,
  BrowseRequest,
  FolderRow,
  ItemRow,
  SortOrder,
} from '../../../protocol/list-calls.ts';
import type { Result } from '../../../protocol/result.ts';

/** Items of one request. */
export const chunk = 50;

export type Folder = {
  readonly path: BrowseAnswer['path'];
  readonly folders: readonly FolderRow[];
  readonly rows: ReadonlyMap<number, ItemRow>;
  readonly total: number;
};

export type FolderPlace = { readonly vaultId: string; readonly folderId: string | null };

export type Lister = {
  readonly found: ReadonlySignal<Folder | null>;
  readonly problem: ReadonlySignal<ErrorCode | null>;
  /** Goes to another place, or lists the same one in another order. */
  open(place: FolderPlace, sort: SortOrder): Promise<void>;
  /** Items `from` to `to` came into sight: asks for those that are missing. */
  need(from: number, to: number): void;
  forget(): void;
};

export function createLister(
  browse: (request: BrowseRequest) => Promise<Result<BrowseAnswer>>,
): Lister {
  const found = signal<Folder | null>(null);
  const problem = signal<ErrorCode | null>(null);
  const asked = new Set<number>();
  let turn = 0;
  let here: (FolderPlace & { readonly sort: SortOrder }) | null = null;

  async function add(offset: number): Promise<void> {
    const mine = turn;
    if (here === null) return;
    const result = await browse({ ...here, offset, limit: chunk });
    const old = found.value;
    if (mine !== turn || old === null) return;
    if (!result.ok) {
      asked.delete(offset);
      problem.value = result.error.code;
      return;
    }
    const rows = new Map(old.rows);
    for (const [at, row] of result.value.rows.entries()) rows.set(offset + at, row);
    found.value = { ...old, rows };
  }

  return {
    found,
    problem,
    async open(place, sort) {
      turn += 1;
      const mine = turn;
      const moved = here?.vaultId !== place.vaultId || here.folderId !== place.folderId;
      here = { vaultId: place.vaultId, folderId: place.folderId, sort };
      asked.clear();
      asked.add(0);
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
      const total = found.value?.total ?? 0;
      const first = Math.max(0, Math.floor(from / chunk) * chunk);
      for (let offset = first; offset <= to && offset < total; offset += chunk) {
        if (asked.has(offset)) continue;
        asked.add(offset);
        void add(offset);
      }
    },
    forget() {
      turn += 1;
      here = null;
      asked.clear();
      found.value = null;
      problem.value = null;
    },
  };
}
