/** The documents that began last, for what is told of one in the moment in which it gives way to the next. */
import type { Via } from '../../model/via.ts';
import type { FrameRef } from '../../platform/frames.ts';

export type NextDocuments = {
  note(place: FrameRef, via: Via): void;
  /** How the document came that takes the place of this one; null where none does. */
  viaAfter(place: FrameRef): Via | null;
};

/** Milliseconds from the first word of the next document to the last word of the one before. */
const giveWay = 2_000;

export function createNextDocuments(now: () => number): NextDocuments {
  const newest = new Map<string, { documentId: string; via: Via; at: number }>();
  return {
    note({ tabId, frameId, documentId }, via) {
      for (const [key, { at }] of newest) if (now() - at >= giveWay) newest.delete(key);
      newest.set(`${tabId} ${frameId}`, { documentId, via, at: now() });
    },
    viaAfter({ tabId, frameId, documentId }) {
      const next = newest.get(`${tabId} ${frameId}`) ?? newest.get(`${tabId} 0`);
      if (next === undefined || next.documentId === '' || next.documentId === documentId)
        return null;
      return now() - next.at < giveWay ? next.via : null;
    },
  };
}
