/** Keeps what is typed at setup: a popup closes when a person goes to fetch the key from another tab. */
import type { SetupDraft } from '../../../protocol/session-calls.ts';
import { call } from '../../worker.ts';

const pause = 250;
let timer: ReturnType<typeof setTimeout> | undefined;
let waiting: SetupDraft | null = null;

function flush(): void {
  clearTimeout(timer);
  if (waiting === null) return;
  // A draft that cannot be saved costs retyping; there is nothing to tell a person about.
  void call('saveSetupDraft', waiting);
  waiting = null;
}

export function keepDraft(draft: SetupDraft): void {
  waiting = draft;
  clearTimeout(timer);
  timer = setTimeout(flush, pause);
}

// The popup may close before the pause is over.
addEventListener('pagehide', flush);
addEventListener('blur', flush);
