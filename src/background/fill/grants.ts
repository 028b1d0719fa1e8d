/**
 * Grants: the right of one document to receive one item, once, within five seconds. They lie in
 * `storage.session`, so that a worker killed between choosing and filling loses none.
 */
import { AppError } from '../../model/error.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { RowRef } from '../../protocol/item-calls.ts';
import { list, natural, record, text } from '../../protocol/parse.ts';
import { frameFields, origin, rowFields } from '../ref-parsers.ts';
import { parseJson } from '../stored-json.ts';
import { createTurns } from '../turns.ts';
import { type FramePlace, isSameFrame } from './frame-place.ts';

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
    until: natural,
    ...rowFields,
    ...frameFields,
    confirmed: list(origin, 10),
  }),
  most,
);

export function createGrants(item: StoredText, now: () => number): Grants {
  // Reading, changing and writing the list is one step: two calls at once must not spend a grant twice.
  const alone = createTurns();

  async function open(): Promise<readonly Grant[]> {
    const all = parseJson(await item.get(), stored) ?? [];
    return all.filter(({ until }) => until > now());
  }

  return {
    issue: (place, row, confirmed = []) =>
      alone(async () => {
        const grant = crypto.randomUUID();
        const { tabId, frameId, documentId, origin } = place;
        const { id, shortcutId } = row;
        const until = now() + lifetime;
        const frame = { tabId, frameId, documentId, origin };
        const added = { grant, until, id, shortcutId, ...frame, confirmed };
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
        if (found === undefined || !isSameFrame(found, place)) {
          throw new AppError('moved-on', 'the grant is not for this document');
        }
        return found;
      }),
  };
}
