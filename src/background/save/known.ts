/**
 * Passwords that need not be asked about, because they came from the vault or went into it: as
 * fingerprints under a random key, in `storage.session`, gone with the lock. So nothing has to be opened on the
 * server, where it would stand in the audit log, to find out that a login is saved already.
 */
import { fingerprint } from '../../crypto/fingerprint.ts';
import type { StoredText } from '../../platform/storage.ts';
import { invalid, list, record, text } from '../../protocol/parse.ts';
import { newKeyText } from '../items/seal.ts';

export type KnownPasswords = {
  note(origin: string, password: string): Promise<void>;
  has(origin: string, password: string): Promise<boolean>;
};

const most = 200;
const parser = record<{ key: string; prints: readonly string[] }>({
  key: text(100),
  prints: list(text(100), most),
});

export function createKnownPasswords(item: StoredText): KnownPasswords {
  async function read() {
    try {
      const parsed = parser(JSON.parse(await item.get()));
      if (parsed !== invalid) return parsed;
    } catch {
      // Nothing stored yet.
    }
    return { key: newKeyText(), prints: [] };
  }

  return {
    async note(origin, password) {
      const { key, prints } = await read();
      const print = await fingerprint(key, [origin, password]);
      const others = prints.filter((each) => each !== print);
      await item.set(JSON.stringify({ key, prints: [...others, print].slice(-most) }));
    },
    async has(origin, password) {
      const { key, prints } = await read();
      return prints.includes(await fingerprint(key, [origin, password]));
    },
  };
}
