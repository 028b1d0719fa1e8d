/** One short line about what was just done; it is read out and goes away by itself. */
import { signal } from '@preact/signals';
import type { ErrorCode } from '../../model/error.ts';
import { errorText } from './error-text.ts';

export type Notice = {
  /** Tells a repeated text from the one before, so that it is read out again. */
  readonly turn: number;
  readonly text: string;
  readonly bad: boolean;
};

export const notice = signal<Notice | null>(null);

let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function say(text: string, options: { bad?: boolean } = {}): void {
  const bad = options.bad ?? false;
  clearTimeout(timer);
  turn += 1;
  notice.value = { turn, text, bad };
  // A failure is longer to read, and missing it costs more.
  timer = setTimeout(
    () => {
      notice.value = null;
    },
    bad ? 9000 : 4000,
  );
}

export function sayError(code: ErrorCode): void {
  say(errorText(code), { bad: true });
}
