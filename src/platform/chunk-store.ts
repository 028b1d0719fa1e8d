/**
 * A box of named bytes in IndexedDB. It knows nothing of what they mean; whoever uses it encrypts them.
 * Nothing here throws: a browser may have no IndexedDB (private windows, policies), refuse to open it,
 * or run out of room, and the caller then goes on without it.
 */

/**
 * Why the store did not do what was asked.
 * - `missing`: the browser offers no IndexedDB here
 * - `blocked`: it did not open in time, or another version of the database is in the way
 * - `full`: no room left
 * - `broken`: anything else, a corrupt database among it
 */
export type ChunkFailure = 'missing' | 'blocked' | 'full' | 'broken';

export type ChunkOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ChunkFailure };

export type ChunkStore = {
  /** One value for each name, in the same order; null where there is none. One transaction. */
  read(names: readonly string[]): Promise<ChunkOutcome<(Uint8Array<ArrayBuffer> | null)[]>>;
  /** Puts all or nothing, replacing what has the same name. */
  write(chunks: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<ChunkOutcome<null>>;
  remove(names: readonly string[]): Promise<ChunkOutcome<null>>;
  names(): Promise<ChunkOutcome<string[]>>;
  clear(): Promise<ChunkOutcome<null>>;
};

export type ChunkStoreOptions = {
  /** The realm's own unless another is given; undefined where there is none. */
  readonly factory?: IDBFactory | undefined;
  /** Name of the database. */
  readonly name?: string;
  /** Milliseconds after which an opening that neither succeeds nor fails counts as blocked. */
  readonly patience?: number;
};

const table = 'chunks';

/** Opens the database at the first call and again after a failure or after the browser closed it. */
export function createChunkStore(given: ChunkStoreOptions = {}): ChunkStore {
  const options = { factory: globalThis.indexedDB, name: 'index', patience: 3000, ...given };
  let opened: Promise<ChunkOutcome<IDBDatabase>> | null = null;

  function open(): Promise<ChunkOutcome<IDBDatabase>> {
    const opening = opened ?? openDatabase(options, () => (opened = null));
    opened = opening;
    return opening.then((outcome) => {
      if (!outcome.ok && opened === opening) opened = null;
      return outcome;
    });
  }

  async function run<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => () => T,
  ): Promise<ChunkOutcome<T>> {
    const database = await open();
    if (!database.ok) return database;
    return new Promise((resolve) => {
      try {
        const transaction = database.value.transaction(table, mode);
        const result = work(transaction.objectStore(table));
        transaction.oncomplete = () => resolve({ ok: true, value: result() });
        transaction.onabort = () => resolve({ ok: false, failure: failureOf(transaction.error) });
      } catch (thrown) {
        // The browser closed the connection under us (site data cleared, disk gone): open anew next time.
        opened = null;
        resolve({ ok: false, failure: failureOf(thrown) });
      }
    });
  }

  return {
    read: (names) =>
      run('readonly', (store) => {
        const requests = names.map((name) => store.get(name));
        return () => requests.map((request) => asBytes(request.result));
      }),
    write: (chunks) =>
      run('readwrite', (store) => {
        for (const [name, bytes] of chunks) store.put(bytes, name);
        return () => null;
      }),
    remove: (names) =>
      run('readwrite', (store) => {
        for (const name of names) store.delete(name);
        return () => null;
      }),
    names: () =>
      run('readonly', (store) => {
        const request = store.getAllKeys();
        return () => request.result.filter((key) => typeof key === 'string');
      }),
    clear: () =>
      run('readwrite', (store) => {
        store.clear();
        return () => null;
      }),
  };
}

function openDatabase(
  { factory, name, patience }: Required<ChunkStoreOptions>,
  onClosed: () => void,
): Promise<ChunkOutcome<IDBDatabase>> {
  if (factory === undefined) return Promise.resolve({ ok: false, failure: 'missing' });
  return new Promise((resolve) => {
    let given = false;
    const refuse = (failure: ChunkFailure) => {
      given = true;
      resolve({ ok: false, failure });
    };
    const timer = setTimeout(() => refuse('blocked'), patience);
    try {
      const request = factory.open(name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(table);
      };
      request.onblocked = () => refuse('blocked');
      request.onerror = () => {
        clearTimeout(timer);
        refuse(failureOf(request.error));
      };
      request.onsuccess = () => {
        clearTimeout(timer);
        const database = request.result;
        // Too late: nobody waits for it any more, and an open connection would stand in others' way.
        if (given) {
          database.close();
          return;
        }
        database.onclose = onClosed;
        // A newer version of the extension wants the database: do not stand in its way.
        database.onversionchange = () => {
          database.close();
          onClosed();
        };
        resolve({ ok: true, value: database });
      };
    } catch (thrown) {
      // Firefox throws a SecurityError at once where storage is forbidden.
      clearTimeout(timer);
      refuse(failureOf(thrown));
    }
  });
}

function failureOf(error: unknown): ChunkFailure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'SecurityError' || name === 'InvalidAccessError') return 'missing';
  return 'broken';
}

/** Bytes as they were put, null for anything that is no bytes. */
function asBytes(value: unknown): Uint8Array<ArrayBuffer> | null {
  if (value instanceof Uint8Array && value.buffer instanceof ArrayBuffer) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  return null;
}
