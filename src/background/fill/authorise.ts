/**
 * The one place that decides whether a secret may leave the worker. Every way out asks here and gets
 * a permit or an error; without a permit no item is opened (`opened/opened-items.ts`). It decides on what the
 * browser says of the asker at this instant, never on what the asker says of itself.
 */
import { AppError } from '../../model/error.ts';
import { allowsFilling, type Policy } from '../../model/policy.ts';
import { originOf } from '../../model/web-address.ts';
import type { Frame } from '../../platform/frames.ts';
import { type ItemRef, type RowRef, refOf } from '../../protocol/item-calls.ts';
import type { OwnSender } from '../../protocol/sender.ts';
import { type FramePlace, sameDocument } from './frame-place.ts';

/** What becomes of an opened item. `view` shows no secret of it; `edit` shows them all, to be changed. */
export type Use = 'view' | 'reveal' | 'copy' | 'code' | 'attachment' | 'edit' | 'fill';

/** A page of ours, as the browser stamped it, or the browser's own menus and shortcuts. */
export type Asker = OwnSender | { readonly kind: 'browser' };

/** A secret that is no item of the vault: a password that was made here, or one typed in a page and not saved yet. */
export type HeldRef = {
  readonly kind: 'generated' | 'typed';
  /** `''` for one that has just been made. */
  readonly id: string;
};

/** Made here and nowhere else: the class is not exported, and its private field cannot be imitated. */
class PermitOfAuthoriser<Ref extends ItemRef | HeldRef> {
  readonly #made = true;
  readonly use: Use;
  readonly ref: Ref;
  constructor(use: Use, ref: Ref) {
    this.use = use;
    this.ref = ref;
  }
  static isOne(value: unknown): boolean {
    return value instanceof PermitOfAuthoriser && value.#made;
  }
}

/** The right to open one item for one use. */
export type Permit = PermitOfAuthoriser<ItemRef>;

/** The right to one use of what is held here and is no item. */
export type HeldPermit = PermitOfAuthoriser<HeldRef>;

/** Throws `refused` for what the authoriser did not make, and where `use` is named, for a permit for another. */
export function checkPermit(permit: Permit | HeldPermit, use: Use = permit.use): void {
  const isOne = PermitOfAuthoriser.isOne(permit) && permit.use === use;
  if (!isOne) throw new AppError('refused', 'not a permit');
}

/** A server asks for name and password before it shows a document (HTTP authentication). */
export type Challenge = {
  readonly tabId: number;
  readonly frameId: number;
  /** Scheme, host and port of what was asked for, as the browser names it. */
  readonly origin: string;
};

export type Authoriser = {
  /**
   * Throws `forbidden` where the organisation's policy says no, `no-match` where the item does not belong
   * there, `address-changed` where it does since lately only, `moved-on` where the frame is gone.
   */
  authorise(place: FramePlace, row: RowRef): Promise<Permit>;
  /** The same for the answer to a challenge, whose document is not there yet. */
  authoriseAnswer(challenge: Challenge, row: RowRef): Promise<Permit>;
  /** For our own pages, and copies by menu. Throws `forbidden` where the policy says no, `refused` for any other asker. */
  authoriseOwn(asker: Asker, use: Exclude<Use, 'fill'>, ref: ItemRef): Promise<Permit>;
  /** The same for what is no item. */
  authoriseHeld(asker: Asker, use: 'reveal' | 'copy', ref: HeldRef): Promise<HeldPermit>;
};

type Dependencies = {
  /** Whether a row's addresses match a page. */
  readonly matches: (row: RowRef, pageUrl: string) => Promise<boolean>;
  /** Whether the address by which a row matches was there when it was last used. */
  readonly knowsAddress: (row: RowRef, pageUrl: string) => Promise<boolean>;
  /** Whether a Passwork server of ours has this origin. */
  readonly isOwnServer: (origin: string) => Promise<boolean>;
  readonly policy: () => Promise<Policy>;
  readonly findFrames: (tabId: number) => Promise<readonly Frame[]>;
};

export function createAuthoriser(deps: Dependencies): Authoriser {
  const { matches, policy, findFrames } = deps;
  async function checkPage(url: string, row: RowRef): Promise<void> {
    if (!allowsFilling(await policy(), url)) {
      throw new AppError('forbidden', 'the policy excludes the site');
    }
    // A server that lies could serve a login of its own: what it must not know is never typed there.
    if (await deps.isOwnServer(originOf(url) ?? '')) {
      throw new AppError('no-match', 'a server of Passwork itself');
    }
    if (!(await matches(row, url))) {
      throw new AppError('no-match', 'the item does not belong to the frame');
    }
    // Addresses are not sealed: a server that lies could lead a password to a site of its own.
    if (!(await deps.knowsAddress(row, url))) {
      throw new AppError('address-changed', 'the item got this address since it was last used');
    }
  }

  /** Whoever embeds a frame can dress it up and lead the user's click. */
  async function checkAbove(above: Iterable<Frame>, origin: string, row: RowRef): Promise<void> {
    for (const { url } of above) {
      const embedder = originOf(url);
      if (embedder === origin) continue;
      if (embedder === null || !(await matches(row, url))) {
        throw new AppError('no-match', 'a foreign page embeds the frame');
      }
    }
  }

  async function checkOwn(asker: Asker, use: Use): Promise<void> {
    const byBrowser = asker.kind === 'browser' && use === 'copy';
    if (asker.kind !== 'own' && !byBrowser) throw new AppError('refused', 'not ours to ask');
    const { revealAllowed = true } = await policy();
    if (!revealAllowed && use === 'reveal') {
      throw new AppError('forbidden', 'the policy hides passwords');
    }
  }

  return {
    async authorise(place, row) {
      const frames = await findFrames(place.tabId);
      const frame = frames.find(({ frameId }) => frameId === place.frameId);
      if (frame === undefined || !sameDocument(frame.documentId, place.documentId)) {
        throw new AppError('moved-on', 'the frame shows another document');
      }
      await checkPage(pageAt(frame, place.origin), row);
      await checkAbove(ancestors(frame, frames), place.origin, row);
      return new PermitOfAuthoriser('fill', refOf(row));
    },

    async authoriseAnswer({ tabId, frameId, origin }, row) {
      await checkPage(`${origin}/`, row);
      // The top frame is about to show this very document; a frame inside has others above it.
      if (frameId !== 0) {
        const frames = await findFrames(tabId);
        const frame = frames.find((each) => each.frameId === frameId);
        if (frame === undefined) throw new AppError('moved-on', 'the frame is gone');
        await checkAbove(ancestors(frame, frames), origin, row);
      }
      return new PermitOfAuthoriser('fill', refOf(row));
    },

    async authoriseOwn(asker, use, ref) {
      await checkOwn(asker, use);
      return new PermitOfAuthoriser(use, ref);
    },

    async authoriseHeld(asker, use, ref) {
      await checkOwn(asker, use);
      return new PermitOfAuthoriser(use, ref);
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

/**
 * The address of what a frame shows. Who it is says the origin that the browser stamped; the path
 * counts only where the browser's own list names the same origin, so not for `about:` frames.
 */
export function pageAt(frame: Frame | undefined, origin: string): string {
  return frame !== undefined && originOf(frame.url) === origin ? frame.url : `${origin}/`;
}
