/** What the worker says about the session. */
import { signal } from '@preact/signals';
import { sayError } from '../popup/parts/notice.ts';
import { call } from '../popup/worker.ts';
import type { Status } from '../protocol/session-calls.ts';

/** Null until the worker has answered. */
export const status = signal<Status | null>(null);

export async function loadStatus(): Promise<void> {
  const result = await call('status', {});
  if (result.ok) status.value = result.value;
  else sayError(result.error.code);
}
