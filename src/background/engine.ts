/** The worker's way to the engine of a frame: puts it there, and calls it. */
import { injectFile, type Place, sendToFrame } from '../platform/frames.ts';
import { type Client, createClient } from '../protocol/client.ts';
import type { FrameCalls } from '../protocol/page-calls.ts';

export const injectEngine = (place: Place): Promise<void> => injectFile(place, 'engine.js');

export const frameClient = (place: Place): Client<FrameCalls> =>
  createClient<FrameCalls>('frame', (message) => sendToFrame(place, message));
