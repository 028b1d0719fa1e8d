/** Brings the index up to date with the server, vault by vault, while the old one is in use. */
import type { Passwork } from '../../passwork/passwork.ts';
import type { IndexState } from '../../protocol/list-calls.ts';
import { fetchVaults } from './fetch-vaults.ts';
import { type ChunkRef, chunkRef, type IndexStore } from './index-store.ts';
import { packRows, unpackRows } from './row-chunk.ts';
import type { Rows } from './rows.ts';
import { createPause } from './slices.ts';
import type { TreeKeeper } from './tree-keeper.ts';

export type IndexUpdate = {
  readonly client: Passwork;
  /** Id of the one vault to fetch; null for all. */
  readonly only: string | null;
  readonly signal: AbortSignal;
  readonly store: Pick<IndexStore, 'prepare'>;
  readonly rows: Rows;
  readonly tree: TreeKeeper;
  readonly now: () => number;
  /** Chunks of the index in use, once nothing else is at work on it. */
  readonly inUse: () => Promise<readonly ChunkRef[]>;
  readonly state: () => IndexState;
  readonly setState: (state: IndexState) => void;
  /** Puts an index of these chunks in use. */
  readonly index: (refs: readonly ChunkRef[]) => Promise<void>;
};

/** Before anything was fetched. */
export const emptyState: IndexState = {
  phase: 'building',
  vaultsDone: 0,
  vaultsTotal: 0,
  items: 0,
  refreshedAt: 0,
};

/** Milliseconds. A worker without events ends after 30 s, but a call to the browser counts as one. */
const awake = 20_000;

export async function updateIndex(update: IndexUpdate): Promise<void> {
  const { client, only, signal, store, tree, inUse, state, setState, index } = update;
  await store.prepare(signal);
  const keepAwake = setInterval(() => void store.prepare(signal), awake);
  const byVault = groupByVault(await inUse());
  const all = () => [...byVault.values()].flat();
  let listed = false;
  let fetched = 0;
  /** Rows that came since the index in use was made. */
  let waiting = 0;
  let indexing: Promise<unknown> | null = null;

  /** With each index about four times the last, making them all costs little more than the whole one. */
  function indexWhatCame() {
    if (indexing !== null || waiting < Math.max(state().items * 3, 200)) return;
    waiting = 0;
    indexing = index(all()).then(() => {
      indexing = null;
      if (!signal.aborted) setState(state());
    });
  }

  /** One vault is fetched in passing: nobody watches its progress. */
  const tell = only === null ? setState : () => undefined;
  const { problem: _, ...before } = state();
  tell({ ...before, phase: 'building', vaultsDone: 0 });
  const problem = await fetchVaults(
    client,
    {
      list(vaults) {
        listed = true;
        const ids = new Set(vaults.map(({ id }) => id));
        for (const id of byVault.keys()) if (!ids.has(id)) byVault.delete(id);
        tree.list(vaults);
        tell({ ...state(), vaultsTotal: vaults.length });
      },
      async vault(vault, content) {
        fetched += 1;
        const old = byVault.get(vault.id) ?? [];
        const packed = content === null ? [] : packRows(vault, content);
        const { refs, newRows } = await takeIn(packed, {
          vaultId: vault.id,
          old,
          rows: update.rows,
        });
        waiting += newRows;
        if (signal.aborted) return;
        byVault.set(vault.id, refs);
        tree.put(vault.id, content?.folders ?? []);
        tell({ ...state(), vaultsDone: state().vaultsDone + 1 });
        indexWhatCame();
      },
      failed() {
        tell({ ...state(), vaultsDone: state().vaultsDone + 1 });
      },
    },
    { only, signal },
  ).finally(() => clearInterval(keepAwake));

  await indexing;
  if (!sameChunks(all(), await inUse()) && !signal.aborted) await index(all());
  if (signal.aborted) return;
  if (only !== null) setState({ ...state(), ...(problem && { problem: problem.code }) });
  else if (problem === null) setState({ ...state(), phase: 'ready', refreshedAt: update.now() });
  else {
    const failed = !listed || (fetched === 0 && state().vaultsTotal > 0);
    setState({ ...state(), phase: failed ? 'failed' : 'ready', problem: problem.code });
  }
}

function groupByVault(refs: readonly ChunkRef[]): Map<string, readonly ChunkRef[]> {
  const groups = new Map<string, readonly ChunkRef[]>();
  for (const ref of refs) groups.set(ref.vaultId, [...(groups.get(ref.vaultId) ?? []), ref]);
  return groups;
}

/** The chunks of one vault among the rows; those that are as they were keep their old reference. */
async function takeIn(
  packed: Iterable<Uint8Array<ArrayBuffer>>,
  { vaultId, old, rows }: { vaultId: string; old: readonly ChunkRef[]; rows: Rows },
): Promise<{ refs: readonly ChunkRef[]; newRows: number }> {
  const refs: ChunkRef[] = [];
  let newRows = 0;
  const pause = createPause();
  for (const bytes of packed) {
    const chunk = unpackRows(bytes);
    const fresh = await chunkRef(vaultId, chunk);
    const same = old.find(({ digest }) => digest === fresh.digest);
    const ref = same ?? fresh;
    rows.add(ref, chunk);
    refs.push(ref);
    if (same === undefined) newRows += chunk.count;
    await pause();
  }
  return { refs, newRows };
}

/** The name of a chunk stands for its content, and the order of chunks means nothing. */
export function sameChunks(some: readonly ChunkRef[], others: readonly ChunkRef[]): boolean {
  const names = new Set(others.map(({ name }) => name));
  return some.length === others.length && some.every(({ name }) => names.has(name));
}
