import { plural } from '../../popup/parts/text.ts';

/** A time in the largest unit that names it whole: `30 seconds`, `4 hours`. */
export function duration(seconds: number): string {
  if (seconds < 60) return plural('durationSeconds', seconds);
  if (seconds < 3600) return plural('durationMinutes', seconds / 60);
  return plural('durationHours', seconds / 3600);
}
