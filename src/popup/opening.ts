/** What an opening popup can show before its worker has woken up, asked for in one go. */
import { isLockTimePast } from '../model/lock-time.ts';
import { readOpening } from '../platform/storage.ts';
import type { Tab } from '../platform/tabs.ts';
import { findOwnTab } from './tab.ts';

export type Opening = {
  /** Where the last popup stood, as `view.ts` wrote it; `''` where nothing is kept. */
  readonly view: string;
  /** The list that the worker has put by, as `protocol/first-screen.ts` has it; `''` likewise. */
  readonly firstScreen: string;
  readonly tab: Tab | null;
};

/** Null where the vault is not open any more: the lock is the worker's to turn, but nothing must stand there until it has woken up. */
export async function findOpening(): Promise<Opening | null> {
  const [stored, tab] = await Promise.all([readOpening(), findOwnTab()]);
  if (isLockTimePast(stored.deadline, Date.now())) return null;
  return { view: stored.view, firstScreen: stored['first-screen'], tab };
}
