/** The list of the home screen: asks for what is in sight, keeps what it got, and shows the newest answer only. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ErrorCode } from '../../../model/error.ts';
import { firstRows } from '../../../protocol/first-screen.ts';
import type { FindAnswer, FindRequest, IndexState, ItemRow } from '../../../protocol/list-calls.ts';
import type { Result } from '../../../protocol/result.ts';
import { createRowChunks, withChunk } from '../../parts/row-chunks.ts';

/** Rows of one request. */
export const chunk = firstRows;
const rebuildPause = 800;

export type Found = {
  readonly query: string;
  readonly rows: ReadonlyMap<number, ItemRow>;
  readonly matching: number;
  readonly total: number;
  readonly sections: FindAnswer['sections'];
  readonly site: string;
  readonly index: IndexState;
};

export type Finder = {
  /** What is typed; the list may still be that of an earlier text. */
  readonly query: ReadonlySignal<string>;
  readonly found: ReadonlySignal<Found | null>;
  readonly problem: ReadonlySignal<ErrorCode | null>;
  search(query: string): Promise<void>;
  /** An answer to the first request that came another way; not where something is typed or shown already. */
  show(first: FindAnswer): void;
  /** Text that came before the worker may be asked; the first search takes it. */
  type(query: string): void;
  /** Rows `from` to `to` came into sight: asks for those that are missing. */
  need(from: number, to: number): void;
  /** Drops the rows and keeps what is typed. */
  forget(): void;
  /** Asks again for what is shown, as while the index grows. */
  again(): Promise<void>;
};

export type FinderNeeds = {
  readonly find: (request: FindRequest) => Promise<Result<FindAnswer>>;
  readonly tabId: () => Promise<number | null>;
  readonly later: (act: () => void, milliseconds: number) => void;
};

export function createFinder({ find, tabId, later }: FinderNeeds): Finder {
  const query = signal('');
  const found = signal<Found | null>(null);
  const problem = signal<ErrorCode | null>(null);
  const chunks = createRowChunks(chunk);
  let turn = 0;
  let sight = { from: 0, to: 0 };

  async function fetchChunk(offset: number): Promise<Result<FindAnswer>> {
    return await find({ query: query.value, tabId: await tabId(), offset, limit: chunk });
  }

  /** The first chunk and, further down, the one in sight make a new list at once. */
  async function load(): Promise<void> {
    turn += 1;
    const mine = turn;
    const offsets = new Set([0, Math.floor(sight.from / chunk) * chunk]);
    chunks.begin(...offsets);
    const answers = await Promise.all(
      [...offsets].map(async (offset) => ({ offset, result: await fetchChunk(offset) })),
    );
    if (mine !== turn) return;
    let rows: ReadonlyMap<number, ItemRow> = new Map();
    let head: FindAnswer | null = null;
    for (const { offset, result } of answers) {
      if (!result.ok) {
        problem.value = result.error.code;
        return;
      }
      head ??= result.value;
      rows = withChunk(rows, offset, result.value.rows);
    }
    if (head === null) return;
    const { matching, total, sections, site, index } = head;
    batch(() => {
      problem.value = null;
      found.value = { query: query.value, rows, matching, total, sections, site, index };
    });
    if (index.phase === 'building') {
      later(() => {
        if (mine === turn) void load();
      }, rebuildPause);
    }
  }

  async function add(offset: number): Promise<void> {
    const mine = turn;
    const result = await fetchChunk(offset);
    const old = found.value;
    if (mine !== turn || old === null) return;
    if (!result.ok) {
      chunks.fail(offset);
      problem.value = result.error.code;
      return;
    }
    // The index changed meanwhile: rows of two states must not stand in one list.
    const shape = ({ total, sections }: Pick<Found, 'total' | 'sections'>) =>
      JSON.stringify([total, sections]);
    if (shape(result.value) !== shape(old)) {
      await load();
      return;
    }
    found.value = { ...old, rows: withChunk(old.rows, offset, result.value.rows) };
  }

  return {
    query,
    found,
    problem,
    async search(text) {
      query.value = text;
      sight = { from: 0, to: 0 };
      await load();
    },
    show({ rows, ...first }) {
      if (query.value !== '' || found.value !== null) return;
      chunks.begin(0);
      found.value = { ...first, query: '', rows: new Map(rows.entries()) };
    },
    type(text) {
      query.value = text;
    },
    need(from, to) {
      sight = { from, to };
      for (const offset of chunks.ask(from, to, found.value?.total ?? 0)) void add(offset);
    },
    forget() {
      turn += 1;
      chunks.begin();
      found.value = null;
      problem.value = null;
    },
    again: load,
  };
}
