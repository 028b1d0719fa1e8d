/**
 * When the vault locks: an absolute time, checked on every request, so that a slept machine or a
 * dead worker never extends a session. The alarm only makes it lock on time while nobody asks.
 */
import { isLockTimePast, lockTime } from '../../model/lock-time.ts';
import type { StoredText } from '../../platform/storage.ts';

export type Deadline = {
  /** True where the session is over. */
  passed(): Promise<boolean>;
  /** True from the first `extend` until a lock has removed the stored text: something may be open. */
  isSet(): Promise<boolean>;
  /** The user did something: the session lasts another `minutes`; 0 is until the browser closes. */
  extend(minutes: number): Promise<void>;
  /** Over at once, before anything is wiped: a lock that dies half-way is finished by the next worker. */
  end(): Promise<void>;
  /** Nothing is open any more, and nothing is left to be wiped. */
  remove(): Promise<void>;
};

type Clock = {
  readonly now: () => number;
  readonly setAlarm: (when: number) => void;
  readonly clearAlarm: () => void;
};

/** Milliseconds by which the lock may come early: keys follow each other faster, and each write wakes every page of ours. */
const still = 2000;

export function createDeadline(item: StoredText, clock: Clock): Deadline {
  /** Null where the next use has to be written, however soon it comes. */
  let written: { readonly at: number; readonly minutes: number } | null = null;
  const forget = () => {
    written = null;
  };
  return {
    passed: async () => isLockTimePast(await item.get(), clock.now()),
    isSet: async () => (await item.get()) !== '',
    async extend(minutes) {
      const now = clock.now();
      const since = now - (written?.at ?? Number.NEGATIVE_INFINITY);
      if (written?.minutes === minutes && since >= 0 && since < still) return;
      // Before it is written: a lock that comes meanwhile must leave nothing that counts as written.
      written = { at: now, minutes };
      const until = minutes === 0 ? 0 : now + minutes * 60_000;
      await item.set(lockTime(now, until)).catch((error) => {
        forget();
        throw error;
      });
      if (until === 0) clock.clearAlarm();
      else clock.setAlarm(until);
    },
    async end() {
      forget();
      clock.clearAlarm();
      if ((await item.get()) !== '') await item.set(lockTime(0, 1));
    },
    async remove() {
      forget();
      await item.remove();
    },
  };
}
