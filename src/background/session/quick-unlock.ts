/**
 * Unlocking with a PIN, for this run of the browser. While the vault is open, a random key lies
 * beside the session, and once more sealed under the PIN. Locking puts the session away under that
 * key and forgets the key; the PIN brings it back. All of it is in `storage.session`, so a stolen
 * disk has nothing to guess at. Wrong PINs are counted on the disk before each check.
 */
import { decodeBase64, encodeBase64 } from '../../crypto/base64.ts';
import { sealText, unsealText } from '../../crypto/seal.ts';
import { AppError, toAppError } from '../../model/error.ts';
import type { StoredText } from '../../platform/storage.ts';
import { either, invalid, record, text } from '../../protocol/parse.ts';
import { createSeal, newKeyText, type Seal } from '../items/seal.ts';

export type QuickUnlock = {
  /** A PIN is set, whether the vault is open or locked. */
  isSet(): Promise<boolean>;
  /** Null where there is nothing to unlock with a PIN. */
  triesLeft(): Promise<number | null>;
  set(pin: string): Promise<void>;
  remove(): Promise<void>;
  /** Keeps `secret` for the PIN and forgets the key to it; false where no PIN is set. */
  putAway(secret: string): Promise<boolean>;
  /** Throws `wrong-pin`, and `too-many-tries` once nothing is left to try for. */
  takeBack(pin: string): Promise<string>;
};

type Tries = {
  get(): Promise<number>;
  set(tries: number): Promise<void>;
  readonly all: number;
};

/** A PIN shorter than this is guessed too soon; letters are welcome. */
export const shortestPin = 6;

type Open = { readonly sealedKey: string; readonly key: string };
type Away = { readonly sealedKey: string; readonly away: string };

/** What the seal binds the text to, so that nothing else of ours can stand in for it. */
const name = 'session';

const longText = text(200_000);
const state = either(
  record<Open>({ sealedKey: longText, key: longText }),
  record<Away>({ sealedKey: longText, away: longText }),
);

export function createQuickUnlock(item: StoredText, tries: Tries): QuickUnlock {
  async function read(): Promise<Open | Away | null> {
    const stored = await item.get();
    const parsed = stored === '' ? invalid : state(JSON.parse(stored));
    return parsed === invalid ? null : parsed;
  }

  async function readAway(): Promise<Away | null> {
    const found = await read();
    return found !== null && 'away' in found ? found : null;
  }

  return {
    isSet: async () => (await read()) !== null,
    triesLeft: async () => ((await readAway()) === null ? null : tries.get()),

    async set(pin) {
      if ([...pin].length < shortestPin)
        throw new AppError('invalid-input', 'the PIN is too short');
      const key = newKeyText();
      await tries.set(tries.all);
      await item.set(JSON.stringify({ sealedKey: await sealText(key, pin), key }));
    },

    remove: () => item.remove(),

    async putAway(secret) {
      const found = await read();
      if (found === null || !('key' in found)) return false;
      const bytes = new TextEncoder().encode(secret);
      const away = encodeBase64(await (await sealOf(found.key)).close(name, bytes));
      bytes.fill(0);
      await item.set(JSON.stringify({ sealedKey: found.sealedKey, away }));
      return true;
    },

    async takeBack(pin) {
      const found = await readAway();
      const left = await tries.get();
      if (found === null || left <= 0) throw await giveUp();
      // Counted before it is checked: a worker killed in between has lost a try, not won one.
      await tries.set(left - 1);
      const key = await unsealText(found.sealedKey, pin).catch(async (thrown) => {
        if (toAppError(thrown).code !== 'wrong-master-password') throw thrown;
        throw left > 1
          ? new AppError('wrong-pin', 'wrong PIN', { triesLeft: left - 1 })
          : await giveUp();
      });
      const bytes = decodeBase64(found.away);
      const secret = bytes && (await (await sealOf(key)).open(name, bytes));
      if (!secret) throw await giveUp();
      await tries.set(tries.all);
      await item.set(JSON.stringify({ sealedKey: found.sealedKey, key }));
      return new TextDecoder().decode(secret);
    },
  };

  async function giveUp(): Promise<AppError> {
    await item.remove();
    return new AppError('too-many-tries', 'no tries left');
  }
}

async function sealOf(key: string): Promise<Seal> {
  const seal = await createSeal(key);
  if (seal === null) throw new AppError('internal', 'not a key');
  return seal;
}
