/**
 * The system's clipboard, wherever it can be reached: Chromium's worker has none, so an offscreen
 * page of ours does it there; Firefox's event page has its own.
 */
import { AppError } from '../../model/error.ts';
import type { TextClipboard } from '../../platform/clipboard.ts';
import type { OffscreenPage } from '../../platform/offscreen.ts';
import { createClient } from '../../protocol/client.ts';
import type { OffscreenCalls } from '../../protocol/offscreen-calls.ts';
import type { Result } from '../../protocol/result.ts';

export type SystemClipboard = {
  write(text: string): Promise<void>;
  read(): Promise<string>;
  /** Nothing more is expected soon: lets go of what it took to get there. */
  release(): Promise<void>;
};

/** Chromium's way. */
export function offscreenClipboard(page: OffscreenPage): SystemClipboard {
  const client = createClient<OffscreenCalls>('offscreen', page.send);
  return {
    async write(text) {
      await page.open();
      unwrap(await client.call('write', { text }));
    },
    async read() {
      await page.open();
      return unwrap(await client.call('read', {}));
    },
    release: page.close,
  };
}

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new AppError('internal', 'the clipboard page did not answer');
}

/** Firefox's way. */
export function ownClipboard(clipboard: TextClipboard): SystemClipboard {
  return {
    write: (text) => clipboard.writeText(text),
    read: () => clipboard.readText(),
    release: async () => undefined,
  };
}
