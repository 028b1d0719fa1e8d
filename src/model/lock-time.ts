/** The time at which everything locks, as it lies in `storage.session`: `since:until`, Unix milliseconds. */

/** How far the clock may jump back (ms) before we stop trusting it: time servers correct by less. */
const tolerance = 5 * 60_000;

/** `until` 0 stands for "when the browser closes". */
export function lockTime(since: number, until: number): string {
  return `${since}:${until}`;
}

/** True where the session is over: too late, before its own beginning, or never begun (`''`). */
export function isLockTimePast(stored: string, now: number): boolean {
  if (stored === '') return true;
  const [since = 0, until = 0] = stored.split(':').map(Number);
  if (now < since - tolerance) return true;
  return until !== 0 && now >= until;
}
