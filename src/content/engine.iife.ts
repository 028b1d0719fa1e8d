/**
 * What a frame with a login field gets on top of the watcher: finding fields, the menu, filling.
 * This file only puts the parts together; the worker injects it.
 */
import { extensionAlive, localText, onMessage, sendToWorker } from '../platform/runtime.ts';
import { createClient } from '../protocol/client.ts';
import type { FrameCalls, PageCalls } from '../protocol/page-calls.ts';
import { nothing, record, text } from '../protocol/parse.ts';
import { createReceiver, parseMessage } from '../protocol/receiver.ts';
import { createCapture } from './capture/capture.ts';
import { createFields } from './fields.ts';
import { frame } from './frame.ts';
import { createOffering } from './offering.ts';
import { detect } from './scan/detect.ts';
import { anyRootOf } from './shadow.ts';

function start(): void {
  const worker = createClient<PageCalls>('page', sendToWorker);
  const capture = createCapture({
    worker,
    scan: () => detect(document, anyRootOf),
    alive: extensionAlive,
  });
  const offering = createOffering({
    worker,
    fields: createFields(() => performance.now()),
    texts: localText,
    alive: extensionAlive,
    onGenerated: capture.noteGenerated,
    // What the page focuses after a fill is not the user's doing.
    onFilled: () => {
      frame.actedAt = Number.NEGATIVE_INFINITY;
    },
  });
  const receive = createReceiver<FrameCalls, null>(
    { survey: nothing, fill: record({ grant: text(100) }), closeMenu: nothing, stands: nothing },
    { ...offering.calls, ...capture.calls },
  );
  // Only our own pages and the worker can send to a content script; pages have no way to.
  onMessage((received) => {
    const message = parseMessage(received);
    return message?.channel === 'frame' ? receive(message, null) : null;
  });
  frame.engine = {
    attend: offering.attend,
    hear(event) {
      const ours = offering.hear(event);
      if (!ours) capture.hear(event);
      return ours;
    },
  };
  const { pending, typedIn } = frame;
  frame.pending = null;
  frame.typedIn = null;
  if (typedIn) capture.noteTyped(typedIn);
  if (pending) offering.attend(pending);
}

// The worker injects before each fill it is asked for; the engine that is there goes on.
if (!frame.engine) start();
