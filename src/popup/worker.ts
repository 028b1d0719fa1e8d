/** The one way from this page to the worker. */
import { sendToWorker } from '../platform/runtime.ts';
import { createClient } from '../protocol/client.ts';
import type { Message } from '../protocol/message.ts';
import type { PopupCalls } from '../protocol/popup-calls.ts';

/** Calls that change nothing, so that asking again does no harm. */
const reading: readonly string[] = [
  'accounts',
  'browse',
  'code',
  'drafts',
  'facets',
  'find',
  'history',
  'inbox',
  'managed',
  'open',
  'places',
  'reveal',
  'settings',
  'status',
] satisfies readonly (keyof PopupCalls)[];

export const { call } = createClient<PopupCalls>('own', send);

/** A worker that is stopped in the middle leaves its question without an answer; the next one answers it. */
async function send(message: Message): Promise<unknown> {
  try {
    return await sendToWorker(message);
  } catch (error) {
    if (reading.includes(message.call)) return sendToWorker(message);
    throw error;
  }
}
