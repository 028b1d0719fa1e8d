/** One short line about what was just done; it is read out and goes away by itself. */
import { signal } from '@preact/signals';
import type { ErrorCode } from '../../model/error.ts';
import { errorText } from './error-text.ts';

export type Notice = { readonly text: string; readonly bad: boolean };

export const notice = signal<Notice | null>(null);

let timer: ReturnType<typeof setTimeout> | undefined;

export function say(text: string, options: { bad?: boolean } = {}): void {
  const bad = options.bad ?? false;
  clearTimeout(timer);
  notice.value = { text, bad };
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
