/**
 * One account's session, the sole owner of its tokens and keys: signs in, unlocks, locks, and hands out the connector.
 *
 *   not-set-up ──signIn──▶ unlocked ──lock, deadline, refused session──▶ locked
 *        ▲                    ▲                                           │
 *        └──────signOut───────┴──────────────────unlock───────────────────┘
 *
 * `storage.session` holds what a restarted worker needs to go on; the disk holds only the sealed
 * credential, and in it the key of the account's encrypted records.
 */
import { AppError, type ErrorCode, toAppError } from '../../model/error.ts';
import type { connect, Passwork, probe, resume, SavedSession } from '../../passwork/index.ts';
import type { StoredAccount } from '../../platform/account-store.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { SignInRequest } from '../../protocol/session-calls.ts';
import { createTurns } from '../turns.ts';
import type { Deadline } from './deadline.ts';
import { endOnServer, leave } from './end.ts';
import type { PairStore } from './pair.ts';
import type { QuickUnlock } from './quick-unlock.ts';
import { parseSavedSession } from './saved-session.ts';
import { signIn } from './sign-in.ts';
import { unlock } from './unlock.ts';

export type SessionState =
  | { readonly state: 'not-set-up' }
  | {
      readonly state: 'locked';
      readonly account: StoredAccount;
      readonly reason: ErrorCode | null;
      /** Wrong PINs still allowed; null where no PIN unlocks. */
      readonly pinTries: number | null;
      /** Name of the passkey that unlocks, base64; `''` for none. */
      readonly passkey: string;
    }
  | { readonly state: 'unlocked'; readonly account: StoredAccount };

export type Session = {
  state(): Promise<SessionState>;
  isOpen(): Promise<boolean>;
  /** The connector of the unlocked session. Throws `locked`, `not-set-up`. */
  client(): Promise<Passwork>;
  /** Runs a call of the connector; a session that the server has ended locks the vault. */
  use<T>(work: (client: Passwork) => Promise<T>): Promise<T>;
  signIn(request: SignInRequest): Promise<void>;
  unlock(secret: string): Promise<void>;
  /** Goes on with the session that was put away. Throws `wrong-pin`, `too-many-tries`. */
  unlockWithPin(pin: string): Promise<void>;
  /** The same with the secret that a passkey of this device derives. */
  unlockWithPasskey(secret: string): Promise<void>;
  /** `reason` is shown at the next unlock; null where the user locked. */
  lock(reason: ErrorCode | null): Promise<void>;
  /** Forgets the account on this device. */
  signOut(): Promise<void>;
  /** The user did something: the lock moves away. */
  touch(): Promise<void>;
};

type Dependencies = {
  readonly probe: typeof probe;
  readonly connect: typeof connect;
  readonly resume: typeof resume;
  readonly account: {
    get(): Promise<StoredAccount | null>;
    set(account: Omit<StoredAccount, 'id'>): Promise<void>;
    remove(): Promise<void>;
  };
  readonly saved: StoredText;
  readonly indexKey: StoredText;
  readonly recordKey: StoredText;
  readonly pairs: PairStore;
  readonly renewed: StoredText;
  readonly quick: QuickUnlock;
  readonly lockReason: StoredText;
  readonly deadline: Deadline;
  readonly lockAfterMinutes: () => Promise<number>;
  /** After a sign-in or an unlock. */
  readonly onOpened: (client: Passwork) => void;
  /** The deadline has passed: locks this account and all others. */
  readonly onExpired: () => Promise<void>;
  /** The session ended by itself, the server's doing: what is shared with others has to go as well. */
  readonly onEnded: () => Promise<void>;
  /** Forgets what others hold of the session; the index stays on the disk where its key was put away. */
  readonly onLocked: (keepIndex: boolean) => Promise<void>;
};

export function createSession(deps: Dependencies): Session {
  let client: Passwork | null = null;
  let restoring: Promise<Passwork | null> | null = null;
  // Raised by every lock: whatever was under way for the session before must not come alive after it.
  let epoch = 0;
  /** A lock that is under way: until it has taken everything away, what is stored must not be resumed. */
  let ending: Promise<void> | null = null;
  const alone = createTurns();

  /** Makes a client the session's own; its tokens are written before they are used. */
  function attach(opened: Passwork, recordKey: string): Passwork {
    const born = epoch;
    opened.onTokens(() => write(opened, born, recordKey));
    client = opened;
    return opened;
  }

  /** Keeps what a restarted worker needs. A lock that comes meanwhile wins: nothing stays written. */
  async function write(opened: Passwork, born: number, recordKey: string): Promise<void> {
    // The pair before is dead, whatever becomes of this session.
    if (opened.generation === 'v7') await deps.pairs.keep(recordKey, opened.save().tokens);
    if (born === epoch) {
      await deps.saved.set(JSON.stringify(opened.save()));
      if (born === epoch) return;
      // Not where somebody has unlocked again: what is stored by now is the new session's.
      if (client === null) await deps.saved.remove();
    }
    throw new AppError('locked', 'locked meanwhile');
  }

  /** Two calls may wake the worker together: both get the one client. */
  function restore(): Promise<Passwork | null> {
    restoring ??= resumeSaved().finally(() => {
      restoring = null;
    });
    return restoring;
  }

  async function resumeSaved(): Promise<Passwork | null> {
    const born = epoch;
    const [text, recordKey] = await Promise.all([deps.saved.get(), deps.recordKey.get()]);
    const saved = await newestOf(parseSavedSession(text), recordKey);
    if (saved === null) return null;
    const resumed = await deps.resume(saved);
    return born === epoch ? attach(resumed, recordKey) : null;
  }

  /** With the tokens that are on the disk, where the server ends them with each renewal. */
  async function newestOf(
    saved: SavedSession | null,
    recordKey: string,
  ): Promise<SavedSession | null> {
    if (saved?.generation !== 'v7') return saved;
    return { ...saved, tokens: (await deps.pairs.read(recordKey)) ?? saved.tokens };
  }

  async function current(): Promise<Passwork | null> {
    await ending?.catch(() => undefined);
    if (await deps.deadline.passed()) {
      // Where nothing of this account is open, another's may be, or a lock that died half-way.
      if (client !== null || (await deps.deadline.isSet())) await deps.onExpired();
      return null;
    }
    return client ?? restore();
  }

  async function adopt(opened: Passwork, born: number, recordKey: string): Promise<void> {
    try {
      // Before the client is in use: a call that found the old lock time beside it would lock again.
      await deps.deadline.extend(await deps.lockAfterMinutes());
      await deps.lockReason.remove();
      if (born !== epoch) throw new AppError('locked', 'locked while signing in');
      attach(opened, recordKey);
      await deps.recordKey.set(recordKey);
      await write(opened, born, recordKey);
    } catch (thrown) {
      if (client === opened) client = null;
      leave(opened);
      throw thrown;
    }
    deps.onOpened(opened);
  }

  /** One at a time: of two popups that unlock, the second finds the vault open. */
  async function unlocking(work: (born: number) => Promise<void>): Promise<void> {
    // What is due locks first, so that it does not count as a lock that came meanwhile.
    await current();
    const born = epoch;
    return alone(async () => {
      if ((await current()) === null) await work(born);
    });
  }

  async function lock(reason: ErrorCode | null, forGood = false): Promise<void> {
    const mine = takeAway(reason, forGood);
    ending = mine;
    try {
      await mine;
    } finally {
      if (ending === mine) ending = null;
    }
    if (reason !== null) await deps.onEnded();
  }

  async function takeAway(reason: ErrorCode | null, forGood: boolean): Promise<void> {
    epoch += 1;
    const saved = await deps.saved.get();
    const ending = client ?? saved;
    client = null;
    const secret = JSON.stringify([saved, await deps.indexKey.get(), await deps.recordKey.get()]);
    // A session that the server has ended is not worth keeping for a PIN; one put away before stays.
    const kept =
      reason === null &&
      (saved === '' ? await deps.quick.isAway() : await deps.quick.putAway(secret));
    if (!kept && saved !== '') await deps.quick.clear();
    await deps.onLocked(kept);
    await Promise.all([deps.saved, deps.indexKey, deps.recordKey].map((item) => item.remove()));
    if (reason !== null) await deps.lockReason.set(reason);
    // The server may be gone: the tokens are forgotten here either way, and end there by themselves.
    if (!kept) void endOnServer(deps.resume, ending, forGood).catch(() => undefined);
  }

  /** Goes on with a session that locking had put away. */
  async function goOn(takeBack: () => Promise<string>, born: number): Promise<void> {
    const [saved, indexKey, recordKey] = JSON.parse(await takeBack()) as [string, string, string];
    const session = await newestOf(parseSavedSession(saved), recordKey);
    if (session === null) throw new AppError('locked', 'nothing was put away');
    await deps.indexKey.set(indexKey);
    await adopt(await deps.resume(session), born, recordKey);
  }

  const session: Session = {
    async state() {
      const account = await deps.account.get();
      if (account === null) return { state: 'not-set-up' };
      if ((await current()) !== null) return { state: 'unlocked', account };
      const reason = (await deps.lockReason.get()) as ErrorCode | '';
      const pinTries = await deps.quick.triesLeft();
      const { passkey } = await deps.quick.ways();
      return { state: 'locked', account, reason: reason === '' ? null : reason, pinTries, passkey };
    },
    isOpen: async () => (await current()) !== null,
    async client() {
      const found = await current();
      if (found !== null) return found;
      const account = await deps.account.get();
      throw new AppError(account === null ? 'not-set-up' : 'locked', 'no open session');
    },
    async use(work) {
      const born = epoch;
      try {
        return await work(await session.client());
      } catch (thrown) {
        const error = toAppError(thrown);
        if (error.code === 'session-expired' && born === epoch) await lock('session-expired');
        throw error;
      }
    },
    async signIn(request) {
      const born = epoch;
      const { opened, recordKey } = await signIn(deps, request);
      await adopt(opened, born, recordKey);
      await deps.renewed.remove();
    },
    unlock: (secret) =>
      unlocking(async (born) => {
        const { opened, recordKey } = await unlock(deps, secret);
        await adopt(opened, born, recordKey);
      }),
    unlockWithPin: (pin) => unlocking((born) => goOn(() => deps.quick.takeBackWithPin(pin), born)),
    unlockWithPasskey: (secret) =>
      unlocking((born) => goOn(() => deps.quick.takeBackWithPasskey(secret), born)),
    lock: (reason) => lock(reason),
    async signOut() {
      await deps.quick.clear();
      await lock(null, true);
      await deps.account.remove();
    },
    async touch() {
      const minutes = await deps.lockAfterMinutes();
      if (client === null) return;
      try {
        await deps.deadline.extend(minutes);
      } catch (thrown) {
        // Then the lock comes as early as it stands, and what was asked for is done.
        if (toAppError(thrown).code !== 'storage-full') throw thrown;
      }
    },
  };
  return session;
}
