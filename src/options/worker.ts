/** The one way from this page to the worker, and what it said about the session. */
import { signal } from '@preact/signals';
import { sendToWorker } from '../platform/runtime.ts';
import { sayError } from '../popup/parts/notice.ts';
import { createClient } from '../protocol/client.ts';
import type { PopupCalls } from '../protocol/popup-calls.ts';
import type { Status } from '../protocol/session-calls.ts';

export const { call } = createClient<PopupCalls>('own', sendToWorker);

/** Null until the worker has answered. */
export const status = signal<Status | null>(null);

export async function loadStatus(): Promise<void> {
  const result = await call('status', {});
  if (result.ok) status.value = result.value;
  else sayError(result.error.code);
}
