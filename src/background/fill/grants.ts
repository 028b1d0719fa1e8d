/**
 * Grants: the right of one document to receive one item, once, within five seconds. They lie in
 * `storage.session`, so that a worker killed between choosing and filling loses none.
 */

import { AppError } from '../../model/error.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';
import { integer, invalid, list, nullable, record, text } from '../../protocol/parse.ts';
import { createTurns } from '../turns.ts';

/** A row of the index: an item, or a shortcut to it. */
export type RowRef = { readonly id: string; readonly shortcutId: string | null };

export function refOf({ id, shortcutId }: RowRef): ItemRef {
  return shortcutId === null ? { kind: 'item', id } : { kind: 'shortcut', id: shortcutId };
}

/** The one document that may redeem. */
export type FramePlace = {
  readonly tabId: number;
  readonly frameId: number;
  /** `''` in browsers that do not name documents. */
  readonly documentId: string;
  readonly origin: string;
};

export type Grant = FramePlace &
  RowRef & {
    readonly grant: string;
    readonly until: number;
    /** Origins of other places to which the form may send, because a person said so. */
    readonly confirmed: readonly string[];
  };

export type Grants = {
  /** Answers with the name of the grant. */
  issue(place: FramePlace, row: RowRef, confirmed?: readonly string[]): Promise<string>;
  /** Takes the grant away and hands it out. Throws `moved-on` where it is not this document's, spent or late. */
  redeem(grant: string, place: FramePlace): Promise<Grant>;
};

/** How long a grant lives, in ms. */
const lifetime = 5_000;
const most = 20;

const stored = list(
  record<Grant>({
    grant: text(50),
    until: integer(0, Number.MAX_SAFE_INTEGER),
    id: text(100),
    shortcutId: nullable(text(100)),
    tabId: integer(0, Number.MAX_SAFE_INTEGER),
    frameId: integer(0, Number.MAX_SAFE_INTEGER),
    documentId: text(100),
    origin: text(2_000),
    confirmed: list(text(2_000), 10),
  }),
  most,
);

export function createGrants(item: StoredText, now: () => number): Grants {
  // Reading, changing and writing the list is one step: two calls at once must not spend a grant twice.
  const alone = createTurns();

  async function open(): Promise<readonly Grant[]> {
    const text = await item.get();
    const parsed = text === '' ? [] : stored(JSON.parse(text));
    return parsed === invalid ? [] : parsed.filter(({ until }) => until > now());
  }

  return {
    issue: (place, row, confirmed = []) =>
      alone(async () => {
        const grant = crypto.randomUUID();
        const { tabId, frameId, documentId, origin } = place;
        const { id, shortcutId } = row;
        const until = now() + lifetime;
        const added = {
          grant,
          until,
          id,
          shortcutId,
          tabId,
          frameId,
          documentId,
          origin,
          confirmed,
        };
        await item.set(JSON.stringify([...(await open()), added].slice(-most)));
        return grant;
      }),
    redeem: (name, place) =>
      alone(async () => {
        const all = await open();
        const found = all.find(({ grant }) => grant === name);
        // Spent before it is checked: a wrong guess at a right name is no second chance.
        const left = all.filter((each) => each !== found);
        await (left.length === 0 ? item.remove() : item.set(JSON.stringify(left)));
        if (found === undefined || !samePlace(found, place)) {
          throw new AppError('moved-on', 'the grant is not for this document');
        }
        return found;
      }),
  };
}

function samePlace(a: FramePlace, b: FramePlace): boolean {
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
