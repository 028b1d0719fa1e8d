/**
 * The one place that decides whether an item may go to a frame. Every way to fill asks here,
 * with what the browser says of the frame at this instant, never with what the frame says of itself.
 */
import { AppError } from '../../model/error.ts';
import type { Frame } from '../../platform/frames.ts';
import { type FramePlace, type RowRef, sameDocument } from './grants.ts';

export type Authoriser = {
  /** Throws `forbidden` where the organisation's policy says no, `no-match` where the item does not belong there, `moved-on` where the frame is gone. */
  authorise(place: FramePlace, row: RowRef): Promise<void>;
};

type Dependencies = {
  /** Whether a row's addresses match a page. */
  readonly matches: (row: RowRef, pageUrl: string) => Promise<boolean>;
  /** Whether the organisation lets this origin be filled at all. */
  readonly allowed: (origin: string) => Promise<boolean>;
  readonly findFrames: (tabId: number) => Promise<readonly Frame[]>;
};

export function createAuthoriser({ matches, allowed, findFrames }: Dependencies): Authoriser {
  return {
    async authorise(place, row) {
      const frames = await findFrames(place.tabId);
      const frame = frames.find(({ frameId }) => frameId === place.frameId);
      if (frame === undefined || !sameDocument(frame.documentId, place.documentId)) {
        throw new AppError('moved-on', 'the frame shows another document');
      }
      if (!(await allowed(place.origin))) {
        throw new AppError('forbidden', 'the policy excludes the site');
      }
      if (!(await matches(row, `${place.origin}/`))) {
        throw new AppError('no-match', 'the item does not belong to the frame');
      }
      for (const above of ancestors(frame, frames)) {
        const origin = originOf(above.url);
        const trusted =
          origin === place.origin || (origin !== null && (await matches(row, `${origin}/`)));
        // Whoever embeds the frame can dress it up and lead the user's click.
        if (!trusted) throw new AppError('no-match', 'a foreign page embeds the frame');
      }
    },
  };
}

function* ancestors(frame: Frame, frames: readonly Frame[]): Generator<Frame> {
  const seen = new Set([frame.frameId]);
  let parent = frames.find(({ frameId }) => frameId === frame.parentFrameId);
  while (parent !== undefined && !seen.has(parent.frameId)) {
    yield parent;
    seen.add(parent.frameId);
    const above: number = parent.parentFrameId;
    parent = frames.find(({ frameId }) => frameId === above);
  }
}

/** Scheme, host and port; null for what has none, such as `about:` and `data:`. */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
