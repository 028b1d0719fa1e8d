/**
 * Logins that were typed and may be saved. They lie in `storage.session`, so that a worker killed in
 * between loses none; a lock, the user's answer or the end of the browser takes them away.
 *
 *   step ── password typed ──▶ typed ── form stands again, error ──▶ forgotten
 *                                │
 *                                └── form gone ──▶ offered ── answered, locked ──▶ forgotten
 */
import { type Via, vias } from '../../model/via.ts';
import type { StoredText } from '../../platform/storage.ts';
import { type Left, longestTyped, typedKinds, waysLeft } from '../../protocol/capture-calls.ts';
import { flag, list, natural, nullable, oneOf, record, text } from '../../protocol/parse.ts';
import type { SaveDraft } from '../../protocol/save-calls.ts';
import type { FramePlace } from '../fill/frame-place.ts';
import { frameFields, place } from '../ref-parsers.ts';
import { readStored } from '../stored-json.ts';
import { createTurns } from '../turns.ts';

export type Candidate = FramePlace & {
  readonly id: string;
  readonly kind: (typeof typedKinds)[number];
  readonly state: 'typed' | 'offered';
  readonly username: string;
  readonly password: string;
  /** We made the password. */
  readonly generated: boolean;
  /** How its document was left; null as long as nobody has said that it was. */
  readonly left: Left | null;
  /** What brought the next document; null where none has come, or nobody knows. */
  readonly via: Via | null;
  /** Unix milliseconds of the last change of state. */
  readonly at: number;
  /** What was changed in the question and not answered yet. */
  readonly draft: SaveDraft | null;
  /** What was sent to the server without an answer: the next try looks for it first. */
  readonly unsure: SaveDraft | null;
};

export type Candidates = {
  all(): Promise<readonly Candidate[]>;
  get(id: string): Promise<Candidate | null>;
  /** Changes the list as one step. */
  change(how: (all: readonly Candidate[]) => readonly Candidate[]): Promise<void>;
};

/** The oldest go first. */
const most = 12;
/** Milliseconds for which something typed waits to be sent, or a user name for its password. */
const waitFor = 10 * 60_000;

export const saveDraftParser = record<SaveDraft>({
  name: text(10_000),
  login: text(10_000),
  place: nullable(place),
});
const stored = list(
  record<Candidate>({
    id: text(50),
    kind: oneOf(...typedKinds),
    state: oneOf('typed', 'offered'),
    username: text(longestTyped.username),
    password: text(longestTyped.password),
    generated: flag,
    left: nullable(oneOf(...waysLeft)),
    via: nullable(oneOf(...vias)),
    at: natural,
    draft: nullable(saveDraftParser),
    unsure: nullable(saveDraftParser),
    ...frameFields,
  }),
  most,
);

export function createCandidates(item: StoredText, now: () => number): Candidates {
  /** Reading, changing and writing is one step. */
  const alone = createTurns();
  let known: readonly Candidate[] | null = null;

  async function read(): Promise<readonly Candidate[]> {
    known ??= await readStored(item, stored, () => []);
    return known.filter(({ state, at }) => state === 'offered' || now() - at < waitFor);
  }

  return {
    all: () => alone(read),
    get: (id) => alone(async () => (await read()).find((each) => each.id === id) ?? null),
    change: (how) =>
      alone(async () => {
        const before = await read();
        const after = how(before).slice(-most);
        if (after === before) return;
        known = after;
        await (after.length === 0 ? item.remove() : item.set(JSON.stringify(after)));
      }),
  };
}
