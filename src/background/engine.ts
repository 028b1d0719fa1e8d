/** The worker's way to our scripts in a frame: puts them there, and calls the engine. */
import { type FrameRef, injectFiles, sendToFrame } from '../platform/frames.ts';
import { type Client, createClient } from '../protocol/client.ts';
import type { FrameCalls } from '../protocol/page-calls.ts';

const engine = 'engine.js';

export const injectEngine = (place: FrameRef): Promise<void> => injectFiles(place, [engine]);

/** For frames that were open before this version was, and for what was taken from others. */
export const injectWatcher = (place: FrameRef): Promise<void> => injectFiles(place, [watcher()]);

/** For a fill by the popup, where nobody can say whether the watcher is still what it was. */
export const injectBoth = (place: FrameRef): Promise<void> =>
  injectFiles(place, [watcher(), engine]);

/** The name that the build gave to the content script. */
const watcher = (): string => chrome.runtime.getManifest().content_scripts?.[0]?.js?.[0] ?? '';

export const frameClient = (place: FrameRef): Client<FrameCalls> =>
  createClient<FrameCalls>('frame', (message) => sendToFrame(place, message));
