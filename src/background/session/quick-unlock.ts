/**
 * Unlocking with a PIN or with a passkey of this device, for this run of the browser. While the
 * vault is open, a random key lies beside the session, and once more sealed under each of them.
 * Locking puts the session away under that key and forgets the key; either brings it back. All of
 * it is in `storage.session`, so a stolen disk has nothing to guess at. Wrong PINs are counted on
 * the disk before each check; a passkey's secret cannot be guessed.
 */
import { decodeBase64, encodeBase64 } from '../../crypto/base64.ts';
import { sealText, unsealText } from '../../crypto/seal.ts';
import { AppError, toAppError } from '../../model/error.ts';
import type { StoredText } from '../../platform/storage.ts';
import { record, text } from '../../protocol/parse.ts';
import { createSeal, newKeyText, type Seal } from '../seal.ts';
import { parseJson } from '../stored-json.ts';

/** What is set, whether the vault is open or locked. */
export type QuickWays = {
  readonly pin: boolean;
  /** Name of the credential by which the authenticator finds it, base64; `''` for none. */
  readonly passkey: string;
};

export type QuickUnlock = {
  ways(): Promise<QuickWays>;
  /** Wrong PINs still allowed; null where the vault is open or no PIN is set. */
  triesLeft(): Promise<number | null>;
  /** Six characters or more; `''` takes the PIN away. */
  setPin(pin: string): Promise<void>;
  /** `secret` is what the authenticator derives (WebAuthn PRF), base64; `''` takes the passkey away. */
  setPasskey(credential: string, secret: string): Promise<void>;
  /** A session is put away and waits to be taken back. */
  isAway(): Promise<boolean>;
  /** Forgets everything. */
  clear(): Promise<void>;
  /** Keeps `secret` for the next unlock and forgets the key to it; false where nothing is set. */
  putAway(secret: string): Promise<boolean>;
  /** Throws `wrong-pin`, and `too-many-tries` once nothing is left to try for. */
  takeBackWithPin(pin: string): Promise<string>;
  /** Throws `wrong-credential` where the secret is not that passkey's. */
  takeBackWithPasskey(secret: string): Promise<string>;
};

type Tries = {
  get(): Promise<number>;
  set(tries: number): Promise<void>;
  readonly all: number;
};

/** A PIN shorter than this is guessed too soon; letters are welcome. */
const shortestPin = 6;

/** `''` stands for none: of key and away, one is there while anything is set. */
type State = {
  /** The key, sealed under the PIN. */
  readonly pin: string;
  readonly credential: string;
  /** The key, sealed under the passkey's secret. */
  readonly passkey: string;
  readonly key: string;
  readonly away: string;
};

const nothing: State = { pin: '', credential: '', passkey: '', key: '', away: '' };
const longText = text(200_000);
const stateParser = record<State>({
  pin: longText,
  credential: text(2_000),
  passkey: longText,
  key: longText,
  away: longText,
});

/** What the seal binds the text to, so that nothing else of ours can stand in for it. */
const name = 'session';

export function createQuickUnlock(item: StoredText, tries: Tries): QuickUnlock {
  const read = async (): Promise<State> => parseJson(await item.get(), stateParser) ?? nothing;

  async function write(state: State): Promise<void> {
    if (state.pin === '' && state.passkey === '') await item.remove();
    else await item.set(JSON.stringify(state));
  }

  async function giveUpPin(state: State): Promise<AppError> {
    await write({ ...state, pin: '' });
    return new AppError('too-many-tries', 'no tries left');
  }

  /** The state is open again: what was put away is handed out, the key stays. */
  async function reopen(state: State, key: string): Promise<string> {
    const bytes = decodeBase64(state.away);
    const secret = bytes && (await (await sealOf(key)).open(name, bytes));
    if (!secret) throw new AppError('locked', 'what was put away does not open');
    await write({ ...state, key, away: '' });
    return new TextDecoder().decode(secret);
  }

  return {
    async ways() {
      const { pin, credential } = await read();
      return { pin: pin !== '', passkey: credential };
    },
    async triesLeft() {
      const { pin, away } = await read();
      return pin === '' || away === '' ? null : tries.get();
    },

    async setPin(pin) {
      const state = await read();
      if (pin === '') return write({ ...state, pin: '' });
      if ([...pin].length < shortestPin)
        throw new AppError('invalid-input', 'the PIN is too short');
      const key = state.key || newKeyText();
      await tries.set(tries.all);
      return write({ ...state, key, pin: await sealText(key, pin) });
    },

    async setPasskey(credential, secret) {
      const state = await read();
      if (secret === '') return write({ ...state, credential: '', passkey: '' });
      const key = state.key || newKeyText();
      return write({ ...state, key, credential, passkey: await sealText(key, secret) });
    },

    isAway: async () => (await read()).away !== '',
    clear: () => item.remove(),

    async putAway(secret) {
      const state = await read();
      if (state.key === '') return false;
      const bytes = new TextEncoder().encode(secret);
      const away = encodeBase64(await (await sealOf(state.key)).close(name, bytes));
      bytes.fill(0);
      await write({ ...state, key: '', away });
      return true;
    },

    async takeBackWithPin(pin) {
      const state = await read();
      const left = await tries.get();
      if (state.pin === '' || state.away === '' || left <= 0) throw await giveUpPin(state);
      // Counted before it is checked: a worker killed in between has lost a try, not won one.
      await tries.set(left - 1);
      const key = await unsealText(state.pin, pin).catch(async (thrown) => {
        if (toAppError(thrown).code !== 'wrong-master-password') throw thrown;
        if (left === 1) throw await giveUpPin(state);
        throw new AppError('wrong-pin', 'wrong PIN', { triesLeft: left - 1 });
      });
      await tries.set(tries.all);
      return reopen(state, key);
    },

    async takeBackWithPasskey(secret) {
      const state = await read();
      if (state.passkey === '' || state.away === '')
        throw new AppError('locked', 'nothing put away');
      const key = await unsealText(state.passkey, secret).catch((cause) => {
        throw new AppError('wrong-credential', 'not the secret of this passkey', { cause });
      });
      return reopen(state, key);
    },
  };
}

async function sealOf(key: string): Promise<Seal> {
  const seal = await createSeal(key);
  if (seal === null) throw new AppError('internal', 'not a key');
  return seal;
}
