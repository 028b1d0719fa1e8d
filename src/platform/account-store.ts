/**
 * What outlives the browser: accounts and their sealed credentials, in IndexedDB of our own
 * origin. Pages and content scripts cannot reach it, unlike `storage.local` in Firefox.
 */
export type StoredAccount = {
  readonly id: string;
  /** Address of the API as probed. */
  readonly host: string;
  /** Name of the user as the server tells it. */
  readonly user: string;
  readonly secret: 'master-password' | 'passphrase';
  /** How the server has the master key derived; a weaker demand is refused later. `''` without one. */
  readonly keyDerivation: string;
  /** The credential, sealed under the secret; see `crypto/seal.ts`. */
  readonly sealed: string;
};

export type AccountStore = {
  /** In the order in which they were added; those that do not read back are left out. */
  list(): Promise<readonly StoredAccount[]>;
  /** Null where nothing (or nothing usable) is stored. */
  get(id: string): Promise<StoredAccount | null>;
  set(account: StoredAccount): Promise<void>;
  remove(id: string): Promise<void>;
  /** Id of the account in use; `''` where there is none. */
  activeId(): Promise<string>;
  setActiveId(id: string): Promise<void>;
  /** Wrong PINs that are still allowed. On the disk, so that no restart gives more. */
  triesLeft(id: string): Promise<number>;
  setTriesLeft(id: string, tries: number): Promise<void>;
  /** Encrypted bytes that the account keeps under a name; null where there are none. They go with the account. */
  record(id: string, name: RecordName): Promise<Uint8Array<ArrayBuffer> | null>;
  setRecord(id: string, name: RecordName, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
};

const accountTable = 'accounts';
const noteTable = 'notes';
const activeNote = 'active';
/** What an account keeps; see `background/accounts/records.ts`. */
const recordNames = ['rules', 'realms', 'generated', 'tokens'] as const;
export type RecordName = (typeof recordNames)[number];

const recordNote = (id: string, name: RecordName) => `record ${name} ${id}`;
const triesNote = (id: string) => `tries ${id}`;

/** How many wrong PINs in a row end the quick unlock. */
export const allTries = 5;

/** Opens the database at the first call, and again once the browser has closed it. */
export function createAccountStore(): AccountStore {
  let opened: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    const forget = () => {
      opened = null;
    };
    opened ??= openDatabase(forget).catch((thrown) => {
      forget();
      throw thrown;
    });
    return opened;
  }

  async function run<T>(
    tableName: string,
    mode: IDBTransactionMode,
    work: (table: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const transaction = await begin(tableName, mode);
    return new Promise((resolve, reject) => {
      const request = work(transaction.objectStore(tableName));
      // A write counts when its transaction is complete, not when its request succeeded.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  }

  async function begin(tableName: string, mode: IDBTransactionMode): Promise<IDBTransaction> {
    const options = { durability: 'strict' } as const;
    try {
      return (await open()).transaction(tableName, mode, options);
    } catch {
      // The browser closed the connection under us, as when site data is cleared: once more on a new one.
      opened = null;
      return (await open()).transaction(tableName, mode, options);
    }
  }

  return {
    async list() {
      const all = await run(accountTable, 'readonly', (table) => table.getAll());
      return all.map(parseAccount).filter((account) => account !== null);
    },
    async get(id) {
      return parseAccount(await run(accountTable, 'readonly', (table) => table.get(id)));
    },
    async set(account) {
      await run(accountTable, 'readwrite', (table) => table.put(account, account.id));
    },
    async remove(id) {
      await run(accountTable, 'readwrite', (table) => table.delete(id));
      for (const note of [triesNote(id), ...recordNames.map((name) => recordNote(id, name))]) {
        await run(noteTable, 'readwrite', (table) => table.delete(note));
      }
    },
    async activeId() {
      const id: unknown = await run(noteTable, 'readonly', (table) => table.get(activeNote));
      return typeof id === 'string' ? id : '';
    },
    async setActiveId(id) {
      await run(noteTable, 'readwrite', (table) => table.put(id, activeNote));
    },
    async triesLeft(id) {
      const tries: unknown = await run(noteTable, 'readonly', (table) => table.get(triesNote(id)));
      return typeof tries === 'number' ? tries : allTries;
    },
    async setTriesLeft(id, tries) {
      await run(noteTable, 'readwrite', (table) => table.put(tries, triesNote(id)));
    },
    async record(id, name) {
      const note = recordNote(id, name);
      const bytes: unknown = await run(noteTable, 'readonly', (table) => table.get(note));
      return bytes instanceof Uint8Array ? new Uint8Array(bytes) : null;
    },
    async setRecord(id, name, bytes) {
      await run(noteTable, 'readwrite', (table) => table.put(bytes, recordNote(id, name)));
    },
  };
}

function openDatabase(onClosed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('latchkey', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(accountTable);
      request.result.createObjectStore(noteTable);
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = onClosed;
      // Whoever wants to change or delete the database is not kept waiting.
      database.onversionchange = () => {
        database.close();
        onClosed();
      };
      resolve(database);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException('database is blocked', 'AbortError'));
  });
}

function parseAccount(value: unknown): StoredAccount | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, host, user, secret, sealed, keyDerivation } = value as Partial<
    Record<keyof StoredAccount, unknown>
  >;
  if (typeof id !== 'string' || typeof host !== 'string' || typeof user !== 'string') return null;
  if (typeof sealed !== 'string' || typeof keyDerivation !== 'string') return null;
  if (secret !== 'master-password' && secret !== 'passphrase') return null;
  return { id, host, user, secret, sealed, keyDerivation };
}
