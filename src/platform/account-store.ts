/**
 * What outlives the browser: the account and its sealed credential, in IndexedDB of our own
 * origin. Pages and content scripts cannot reach it, unlike `storage.local` in Firefox.
 */
export type StoredAccount = {
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
  /** Null where nothing (or nothing usable) is stored. */
  get(): Promise<StoredAccount | null>;
  set(account: StoredAccount): Promise<void>;
  remove(): Promise<void>;
};

const storeName = 'account';
const key = 'current';

/** One account. Every call opens and closes the database: it is used a few times a day. */
export function createAccountStore(): AccountStore {
  return {
    async get() {
      return parse(await run('readonly', (store) => store.get(key)));
    },
    async set(account) {
      await run('readwrite', (store) => store.put(account, key));
    },
    async remove() {
      await run('readwrite', (store) => store.delete(key));
    },
  };
}

async function run<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(storeName));
      // A write counts when its transaction is complete, not when its request succeeded.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('latchkey', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException('database is blocked', 'AbortError'));
  });
}

function parse(value: unknown): StoredAccount | null {
  if (typeof value !== 'object' || value === null) return null;
  const { host, user, secret, sealed, keyDerivation } = value as Partial<
    Record<keyof StoredAccount, unknown>
  >;
  if (typeof keyDerivation !== 'string') return null;
  if (typeof host !== 'string' || typeof user !== 'string' || typeof sealed !== 'string')
    return null;
  if (secret !== 'master-password' && secret !== 'passphrase') return null;
  return { host, user, secret, sealed, keyDerivation };
}
