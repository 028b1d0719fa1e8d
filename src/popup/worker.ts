/** The one way from this page to the worker. */
import { sendToWorker } from '../platform/runtime.ts';
import { createClient } from '../protocol/client.ts';
import type { PopupCalls } from '../protocol/popup-calls.ts';

export const { call } = createClient<PopupCalls>('own', sendToWorker);
