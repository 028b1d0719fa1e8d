/**
 * Messages of the extension. The one file of this room that content scripts import, so it stays
 * free of the polyfill: in the page its 10 kB would be paid in every frame.
 */
import type { StampedSender } from '../model/sender.ts';

/** False in a content script that an update or removal of the extension has left behind. */
export function extensionAlive(): boolean {
  // Chromium takes `chrome.runtime` away from orphaned scripts; its id goes first.
  return globalThis.chrome?.runtime?.id !== undefined;
}

/** Sends to the worker and resolves with its raw answer. Rejects when nobody listens. */
export function sendToWorker(message: unknown): Promise<unknown> {
  return chrome.runtime.sendMessage(message);
}

/** Answers a message, or says null for "not mine". */
export type MessageListener = (message: unknown, sender: StampedSender) => Promise<unknown> | null;

/** Listens in any context. */
export function onMessage(listener: MessageListener): void {
  // `sendResponse` and `return true` work everywhere; a returned promise does not in Chromium's own API.
  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    const answer = listener(message, sender);
    if (answer === null) return false;
    answer.then(sendResponse, () => sendResponse(undefined));
    return true;
  });
}

/** Text of `_locales` by its key, `''` where it is missing. */
export function localText(key: string, ...substitutions: readonly string[]): string {
  // In an orphaned script the call throws, and the page would hear of it.
  return extensionAlive() ? chrome.i18n.getMessage(key, [...substitutions]) : '';
}
