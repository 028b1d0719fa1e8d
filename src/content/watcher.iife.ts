/**
 * Runs in every frame of every page, so it is tiny and does nothing by itself: three listeners, and
 * a message to the worker once the user enters something that could be a login field.
 *
 * It starts with the document, before the page's scripts: listeners on one target are called in the
 * order they were added, so keys meant for our menu reach us before any listener of the page.
 */
import { extensionAlive, sendToWorker } from '../platform/runtime.ts';
import { createClient } from '../protocol/client.ts';
import type { PageCalls } from '../protocol/page-calls.ts';
import { sharedFrame } from './frame.ts';
import { isCredibleField } from './scan/credible.ts';
import { inputOf } from './shadow.ts';

/** Milliseconds from a click or a key to the focus it may have caused, a page's handlers included. */
const reach = 1000;

function watch(): void {
  const frame = sharedFrame();
  frame.watcher?.abort();
  frame.engine?.stop();
  const life = new AbortController();
  frame.watcher = life;
  const worker = createClient<PageCalls>('page', sendToWorker);
  let asked = false;

  function enter(event: Event, field: HTMLInputElement): void {
    if (event.timeStamp - frame.actedAt > reach || !isCredibleField(field)) return;
    // An update of the extension leaves this script behind; its successor has its own listeners.
    if (!extensionAlive()) life.abort();
    else if (frame.engine) frame.engine.attend(field);
    else {
      frame.pending = field;
      if (!asked) void askForEngine();
    }
  }

  async function askForEngine(): Promise<void> {
    asked = true;
    const answer = await worker.call('engine', {});
    asked = answer.ok;
  }

  const listen = <K extends keyof WindowEventMap>(
    type: K,
    handle: (event: WindowEventMap[K]) => void,
  ) =>
    addEventListener(type, (event) => event.isTrusted && handle(event), {
      capture: true,
      // A key that our menu uses must not reach the page as well.
      passive: type !== 'keydown',
      signal: life.signal,
    });

  listen('focusin', (event) => {
    const field = inputOf(event);
    if (field) enter(event, field);
  });
  listen('pointerdown', (event) => {
    frame.actedAt = event.timeStamp;
    // A click into the field that the page has focused on its own brings no focus event.
    const field = inputOf(event);
    if (field?.matches(':focus')) enter(event, field);
  });
  listen('keydown', (event) => {
    if (frame.engine?.press(event)) return;
    const { key } = event;
    // Other keys only type: a code box that moves the focus on is no wish for a menu.
    if (key === 'Tab' || key === 'Enter' || key === 'ArrowDown') frame.actedAt = event.timeStamp;
    const field = key === 'ArrowDown' ? inputOf(event) : null;
    if (field) enter(event, field);
  });
}

// A sandboxed frame has an opaque origin: nothing may be filled there.
if (self.origin !== 'null') watch();
