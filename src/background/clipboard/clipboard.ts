/**
 * Copies a secret and takes it back. What we remember of it is a salted fingerprint, so that a
 * later copy of the user's own is never cleared and no secret is kept for the comparison.
 */
import { sha256Hex } from '../../crypto/hash.ts';
import { AppError } from '../../model/error.ts';
import type { StoredText } from '../../platform/storage.ts';
import { checkPermit, type HeldPermit, type Permit } from '../fill/authorise.ts';
import type { SystemClipboard } from './system.ts';

export type Clipboard = {
  /** Copies what a permit is for; after `seconds` (0: never) the text leaves again, if it is still there. */
  copy(permit: Permit | HeldPermit, text: string, seconds: number): Promise<void>;
  /** Clears the clipboard if it still holds ours. */
  clear(): Promise<void>;
  /** The alarm rang, or the worker woke: clears what is due. */
  clearIfDue(): Promise<void>;
  /** How often something was copied in this life of the worker: tells whether a copy is still the last one. */
  copies(): number;
};

type Dependencies = {
  readonly system: SystemClipboard;
  readonly remembered: StoredText;
  readonly now: () => number;
  /** Rings `clearIfDue` at that time (Unix ms), also in a later life of the worker. */
  readonly setAlarm: (when: number) => void;
};

export function createClipboard({ system, remembered, now, setAlarm }: Dependencies): Clipboard {
  let copies = 0;
  async function clear(): Promise<void> {
    const { salt, print } = parse(await remembered.get());
    if (print === '') return;
    await remembered.remove();
    try {
      if ((await fingerprint(salt, await system.read())) === print) await system.write('');
    } finally {
      await system.release();
    }
  }

  return {
    async copy(permit, text, seconds) {
      checkPermit(permit, 'copy');
      if (text === '') throw new AppError('no-value', 'nothing to copy');
      copies += 1;
      if (seconds === 0) {
        await system.write(text);
        await remembered.remove();
        await system.release();
        return;
      }
      const salt = crypto.randomUUID();
      const due = now() + seconds * 1000;
      // Before it is there: what could not be remembered, or died meanwhile, would stay for good.
      await remembered.set(`${salt} ${await fingerprint(salt, text)} ${due}`);
      setAlarm(due);
      await system.write(text);
    },
    copies: () => copies,
    clear,
    async clearIfDue() {
      const { due } = parse(await remembered.get());
      if (due !== 0 && due <= now()) await clear();
    },
  };
}

function parse(stored: string): { salt: string; print: string; due: number } {
  const [salt = '', print = '', due = '0'] = stored.split(' ');
  return { salt, print, due: Number(due) };
}

function fingerprint(salt: string, text: string): Promise<string> {
  // Half a pair of surrogates can be copied as well, so this is not `encodeUtf8`, which refuses it.
  return sha256Hex(new TextEncoder().encode(`${salt}${text}`));
}
