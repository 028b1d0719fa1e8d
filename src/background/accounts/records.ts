/**
 * What an account keeps on the disk for itself, encrypted: no secret of the vault, but things that
 * tell what its user does, such as rules about sites. The key lies sealed beside the credential, so
 * records open with the vault and outlive the browser.
 */
import { decodeUtf8, encodeUtf8 } from '../../crypto/utf8.ts';
import { AppError } from '../../model/error.ts';
import type { AccountStore, RecordName } from '../../platform/account-store.ts';
import type { StoredText } from '../../platform/storage.ts';
import { createSeal } from '../seal.ts';

export type Records = {
  /** The text, or `''` where there is none, or none that opens. Throws `locked`. */
  read(name: RecordName): Promise<string>;
  /** Throws `locked`. */
  write(name: RecordName, text: string): Promise<void>;
};

/** Where the bytes lie. */
export type RecordStore = {
  readonly get: (name: RecordName) => ReturnType<AccountStore['record']>;
  readonly set: (name: RecordName, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
};

export function createRecords(key: Pick<StoredText, 'get'>, store: RecordStore): Records {
  async function seal() {
    const made = await createSeal(await key.get());
    if (made === null) throw new AppError('locked', 'no key for records');
    return made;
  }
  // The name is bound to the bytes, so that no other thing of ours can stand in for them.
  const boundTo = (name: RecordName) => `record ${name}`;
  return {
    async read(name) {
      const opener = await seal();
      const bytes = await store.get(name);
      const plain = bytes === null ? null : await opener.open(boundTo(name), bytes);
      return plain === null ? '' : (decodeUtf8(plain) ?? '');
    },
    async write(name, text) {
      await store.set(name, await (await seal()).close(boundTo(name), encodeUtf8(text)));
    },
  };
}
