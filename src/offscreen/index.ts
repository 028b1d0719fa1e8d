/**
 * The clipboard, in Chromium. `navigator.clipboard` wants a focused document, which a hidden page
 * never is; `execCommand` works without, given the clipboard permissions.
 */
import { onMessage } from '../platform/runtime.ts';
import type { OffscreenCalls } from '../protocol/offscreen-calls.ts';
import { nothing, record, text } from '../protocol/parse.ts';
import { createReceiver, parseMessage } from '../protocol/receiver.ts';
import { judgeSender } from '../protocol/sender.ts';

const pad = document.querySelector('textarea');

/** A one-time code, a password, a custom field: no field of Passwork is longer. */
const longest = 1_000_000;

const receive = createReceiver<OffscreenCalls, null>(
  { write: record<{ text: string }>({ text: text(longest) }), read: nothing },
  {
    write({ text }) {
      // `writeText('')` has no twin in execCommand: copying an empty selection does nothing.
      document.addEventListener('copy', (event) => replace(event, text), { once: true });
      document.execCommand('copy');
      return null;
    },
    read() {
      if (pad === null) return '';
      pad.value = '';
      pad.focus();
      document.execCommand('paste');
      const found = pad.value;
      pad.value = '';
      return found;
    },
  },
);

function replace(event: ClipboardEvent, text: string): void {
  event.preventDefault();
  event.clipboardData?.setData('text/plain', text);
}

onMessage((raw, stamped) => {
  const message = parseMessage(raw);
  const self = { id: chrome.runtime.id, origin: location.origin };
  if (message?.channel !== 'offscreen' || judgeSender(stamped, self)?.kind !== 'own') return null;
  return receive(message, null);
});
