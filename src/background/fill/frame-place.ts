import type { FrameRef } from '../../platform/frames.ts';

/** One document: where it stands, and whose it is. */
export type FramePlace = FrameRef & {
  /** Scheme, host and port, as the browser stamps them. */
  readonly origin: string;
};

export function isSameFrame(a: FramePlace, b: FramePlace): boolean {
  return (
    a.tabId === b.tabId &&
    a.frameId === b.frameId &&
    sameDocument(a.documentId, b.documentId) &&
    a.origin === b.origin
  );
}

/** Firefox names documents in some places and not in others; there tab, frame and origin decide. */
export function sameDocument(a: string, b: string): boolean {
  return a === b || a === '' || b === '';
}
