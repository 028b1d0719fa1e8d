import type { StampedSender } from '../model/sender.ts';

/**
 * Who sent a message, judged by what the browser stamps on it and by nothing else.
 *
 * Measured in Chromium 156 and Firefox 153: a content script carries the origin of its frame
 * (the text "null" in sandboxed frames) and a tab; our page carries our origin, and a tab too
 * when it is opened in one; Chromium's worker carries our id and neither origin nor tab. `url` still shows the http address of a sandboxed frame, so it is
 * never looked at.
 */
export type PageSender = {
  readonly kind: 'page';
  readonly tabId: number;
  readonly frameId: number;
  /** `''` in browsers that do not stamp documents. */
  readonly documentId: string;
  /** Scheme, host and port of the frame; never opaque. */
  readonly origin: string;
};

/** One of our own pages. */
export type OwnSender = { readonly kind: 'own' };

export type Sender = OwnSender | PageSender;

/** Our own identity, as the browser tells it. */
export type Self = { readonly id: string; readonly origin: string };

/** Null for everybody who may not speak to us at all. */
export function judgeSender(sender: StampedSender, self: Self): Sender | null {
  if (sender.id !== self.id) return null;
  const { tab, frameId, origin } = sender;
  if (origin === undefined)
    return tab === undefined && frameId === undefined ? { kind: 'own' } : null;
  if (origin === self.origin) {
    // A page of ours inside a frame would be somebody else's stage: nothing of ours is embeddable.
    return frameId === undefined || frameId === 0 ? { kind: 'own' } : null;
  }
  if (tab?.id === undefined || frameId === undefined) return null;
  if (!/^https?:\/\//.test(origin)) return null;
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') return null;
  return { kind: 'page', tabId: tab.id, frameId, documentId: sender.documentId ?? '', origin };
}
