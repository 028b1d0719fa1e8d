/**
 * Runs in every frame of every page, so it is tiny and does nothing by itself: it listens, and sends
 * one message to the worker once the user enters something that could be a login field.
 *
 * It starts with the document, before the page's scripts: listeners on one target are called in the
 * order they were added, so what is meant for our menu reaches us before any listener of the page.
 */
import { extensionAlive, sendToWorker } from '../platform/runtime.ts';
import { isDone } from '../protocol/client.ts';
import type { Message } from '../protocol/message.ts';
import type { PageCalls } from '../protocol/page-calls.ts';
import { frame } from './frame.ts';
import { isCredibleField } from './scan/credible.ts';
import { inputOf } from './shadow.ts';

/** What the user does in the menu, and what makes it close. */
const heard = [
  ...['keydown', 'keyup', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick'],
  ...[
    'auxclick',
    'contextmenu',
    'focus',
    'focusin',
    'blur',
    'focusout',
    'input',
    'submit',
    'pagehide',
  ],
];

const engineCall = {
  channel: 'page',
  call: 'engine' satisfies keyof PageCalls,
  request: {},
} satisfies Message;

/** Milliseconds from a click or a key to the focus it may have caused, a page's handlers included. */
const reach = 1000;

let asked = false;

/** What is typed before the engine is there, or where the page has put the focus by itself: it may be worth saving. */
function note(field: HTMLInputElement | null): void {
  if (!field || frame.engine || !isCredibleField(field)) return;
  frame.typedIn = field;
  if (!asked && extensionAlive()) void askForEngine();
}

function enter(field: HTMLInputElement): void {
  if (!isCredibleField(field)) return;
  // An update of the extension leaves this script behind; its successor has its own listeners.
  if (!extensionAlive()) abort();
  else if (frame.engine) frame.engine.attend(field);
  else {
    frame.pending = field;
    if (!asked) void askForEngine();
  }
}

async function askForEngine(): Promise<void> {
  asked = true;
  asked = await isDone(sendToWorker, engineCall);
}

function hear(event: Event): void {
  if (!event.isTrusted || frame.engine?.hear(event)) return;
  const { type } = event;
  if (type === 'input') note(inputOf(event));
  if (type === 'keydown' && event instanceof KeyboardEvent) {
    // Other keys only type: a code box that moves the focus on is no wish for a menu.
    if (!/^(Tab|Enter|ArrowDown)$/.test(event.key)) return;
    frame.actedAt = event.timeStamp;
    if (event.key !== 'ArrowDown') return;
  } else if (type === 'pointerdown') frame.actedAt = event.timeStamp;
  else if (type !== 'focusin' && !hidesFocus(event)) return;
  else if (event.timeStamp - frame.actedAt > reach) return;
  // Only now: the first look at an element makes the browser set up all of its kind, some 100 kB in this frame.
  const field = inputOf(event);
  // A click into the field that the page has focused on its own brings no focus event.
  if (field?.matches(':focus')) enter(field);
}

/** What ends a click or a Tab in a shadow root: of the focus that goes from field to field in it nothing gets here. */
function hidesFocus(event: Event): boolean {
  const { type } = event;
  // By its type first: a look at the kind of an event, or at its target, has the browser set that kind up, 70 kB in this frame.
  const ends =
    type === 'mouseup' ||
    (type === 'keyup' && event instanceof KeyboardEvent && event.key === 'Tab');
  return ends && !(event.target instanceof HTMLInputElement);
}

// Not by a signal: a page of many frames pays for each listener's hold on it.
function abort(): void {
  for (const type of heard) removeEventListener(type, hear, true);
}

// A sandboxed frame has an opaque origin: nothing may be filled there. The rest of this script stands outside of functions,
// which every frame of every page would have to make and to run once.
if (self.origin !== 'null') {
  // Put here a second time, it only gives back what a page that wrote its document anew has taken from the first.
  frame.hear ??= hear;
  for (const type of heard) addEventListener(type, frame.hear, true);
}
