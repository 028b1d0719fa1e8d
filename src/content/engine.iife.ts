/**
 * What a frame with a login field gets on top of the watcher: finding fields, the menu, filling.
 * This file only puts the parts together; the worker injects it.
 */
import { extensionAlive, localText, onMessage, sendToWorker } from '../platform/runtime.ts';
import { createClient } from '../protocol/client.ts';
import type { PageCalls } from '../protocol/page-calls.ts';
import { nothing, record, text } from '../protocol/parse.ts';
import { createReceiver, parseMessage } from '../protocol/receiver.ts';
import { createFields } from './fields.ts';
import { sharedFrame } from './frame.ts';
import { createOffering } from './offering.ts';

const frame = sharedFrame();

function start(): void {
  const worker = createClient<PageCalls>('page', sendToWorker);
  const offering = createOffering({
    worker,
    fields: createFields(() => performance.now()),
    texts: localText,
    alive: extensionAlive,
    // What the page focuses after a fill is not the user's doing.
    onFilled: () => {
      frame.actedAt = Number.NEGATIVE_INFINITY;
    },
  });
  const receive = createReceiver(
    { survey: nothing, fill: record({ grant: text(100) }), closeMenu: nothing },
    offering.calls,
  );
  // Only our own pages and the worker can send to a content script; pages have no way to.
  const stopListening = onMessage((received) => {
    const message = parseMessage(received);
    return message?.channel === 'frame' ? receive(message, null) : null;
  });
  frame.engine = {
    attend: offering.attend,
    hear: offering.hear,
    stop() {
      stopListening();
      offering.stop();
      frame.engine = null;
    },
  };
  const { pending } = frame;
  frame.pending = null;
  if (pending) offering.attend(pending);
}

// The worker injects before each fill it is asked for; the engine that is there goes on.
if (!frame.engine) start();
