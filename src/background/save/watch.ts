/**
 * From what was typed to the question whether to save it: keeps what frames tell, and decides from
 * what the browser and the frames say afterwards whether the login worked.
 */
import type { Via } from '../../model/via.ts';
import type { Frame, FrameRef } from '../../platform/frames.ts';
import type { Left, Typed } from '../../protocol/capture-calls.ts';
import type { FramePlace } from '../fill/frame-place.ts';
import { createTurns } from '../turns.ts';
import type { Candidate, Candidates } from './candidates.ts';
import type { KnownPasswords } from './known.ts';
import { createNextDocuments } from './next-documents.ts';
import { type FrameAsking, findWhatStands } from './standing.ts';

export type LoginWatch = {
  /** Whether anything typed at this place may be kept. */
  mayKeep(place: FramePlace): Promise<boolean>;
  typed(place: FramePlace, typed: Typed): Promise<void>;
  /** The form is gone from the document. */
  worked(place: FramePlace): Promise<void>;
  /** The form is there again. */
  returned(place: FramePlace): Promise<void>;
  /** The document is being left. */
  left(place: FramePlace, how: Left): Promise<void>;
  /** Another document begins in a frame. */
  begun(place: FrameRef, via: Via): Promise<void>;
  /** Another document stands in a frame of the tab. */
  loaded(tabId: number): Promise<void>;
  /** Looks now at what waits in a tab. */
  judge(tabId: number): Promise<void>;
};

type Dependencies = FrameAsking & {
  readonly candidates: Candidates;
  readonly known: KnownPasswords;
  /** Whether anything typed at this place may be kept: unlocked, no private window, not excluded. */
  readonly mayKeep: (place: FramePlace) => Promise<boolean>;
  readonly findFrames: (tabId: number) => Promise<readonly Frame[]>;
  /** Shows at the tab that there is something to save. */
  readonly showOffer: (tabId: number, on: boolean) => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
};

/** Milliseconds for the next document to come and to put up its form, look by look. */
const settling = [700, 1_500, 4_000];
/** One site cannot push out what was typed on others. */
const mostOfSite = 3;
/** Milliseconds within which a form that comes back takes an offer back: a page may forward to its error. */
const doubt = 15_000;

export function createLoginWatch(deps: Dependencies): LoginWatch {
  const { candidates, known, now } = deps;
  const nextDocuments = createNextDocuments(now);

  const forget = (gone: (each: Candidate) => boolean) =>
    candidates.change((all) => (all.some(gone) ? all.filter((each) => !gone(each)) : all));

  /** What frames tell is taken in the order in which they told it: a document is left as soon as something was typed. */
  const inTurn = createTurns();
  async function offer(chosen: Candidate): Promise<void> {
    const elsewhere = (await candidates.all()).filter(
      (each) => isSameLogin(each, chosen) && each.tabId !== chosen.tabId,
    );
    await candidates.change((all) => {
      // The same login again takes the place of what was asked before.
      const others = all.filter((each) => each.id !== chosen.id && !isSameLogin(each, chosen));
      const ofSite = others.filter((each) => each.origin === chosen.origin).slice(1 - mostOfSite);
      const kept = others.filter((each) => each.origin !== chosen.origin || ofSite.includes(each));
      return [...kept, { ...chosen, state: 'offered', at: now() }];
    });
    await deps.showOffer(chosen.tabId, true);
    for (const { tabId } of elsewhere) await deps.showOffer(tabId, await isOffered(tabId));
  }

  const isOffered = async (tabId: number): Promise<boolean> =>
    (await candidates.all()).some((each) => each.tabId === tabId && each.state === 'offered');

  async function withdraw(chosen: Candidate): Promise<void> {
    await forget(({ id }) => id === chosen.id);
    await deps.showOffer(chosen.tabId, await isOffered(chosen.tabId));
  }

  async function judgeOne(chosen: Candidate): Promise<void> {
    const { tabId, kind } = chosen;
    const frames = await deps.findFrames(tabId);
    const own = frames.find(({ frameId }) => frameId === chosen.frameId);
    const isThere =
      own !== undefined && own.documentId !== '' && own.documentId === chosen.documentId;
    // A document that is still there says itself when its form is gone.
    if (isThere || (chosen.left === null && own !== undefined && own.documentId === '')) return;
    if (isGivenUp(chosen, frames)) {
      // One that we made stands in the history.
      return withdraw(chosen);
    }
    const seen = await findWhatStands(deps, chosen, frames);
    if (seen === null) return;
    const asked = kind === 'login' ? seen.login : seen.fresh;
    // After the password was taken, a wrong code is an error of another step.
    const refused = asked || (seen.failed && chosen.state === 'typed');
    if (refused && !chosen.generated) await withdraw(chosen);
    else if (refused) return;
    else if (chosen.state === 'typed') await offer(chosen);
  }

  const isDoubtful = ({ state, at, generated }: Candidate): boolean =>
    state === 'typed' || (now() - at < doubt && !generated);

  async function judge(tabId: number): Promise<void> {
    for (const each of await candidates.all()) {
      if (each.tabId !== tabId || each.kind === 'step') continue;
      if (isDoubtful(each)) await judgeOne(each);
    }
  }

  async function settle(tabId: number): Promise<void> {
    for (const milliseconds of settling) {
      await deps.wait(milliseconds);
      await judge(tabId);
      const isWaiting = (each: Candidate) => each.tabId === tabId && each.state === 'typed';
      if (!(await candidates.all()).some(isWaiting)) return;
    }
  }

  async function take(place: FramePlace, { kind, username, password, generated }: Typed) {
    if (!(await deps.mayKeep(place))) return;
    const { tabId, frameId, documentId, origin } = place;
    const waiting = (await candidates.all()).find(
      (each) =>
        each.tabId === tabId &&
        each.state === 'typed' &&
        each.username !== '' &&
        (each.kind === 'step' || each.origin === origin),
    );
    // The name that was asked for one step before, maybe by another host of the same company.
    const name = username || waiting?.username || '';
    const fresh: Candidate = {
      ...{ tabId, frameId, documentId, origin, kind, password, generated },
      id: crypto.randomUUID(),
      state: 'typed',
      username: name,
      left: null,
      via: nextDocuments.viaAfter(place),
      at: now(),
      draft: null,
      unsure: null,
    };
    const isKnown = kind !== 'step' && (await known.has(origin, password, name));
    await candidates.change((all) => [
      ...all.filter((each) => each.tabId !== tabId || each.state === 'offered'),
      ...(isKnown ? [] : [fresh]),
    ]);
    // A lock in between has wiped all that was there before.
    if (!(await deps.mayKeep(place))) await forget(({ id }) => id === fresh.id);
  }

  return {
    mayKeep: deps.mayKeep,
    judge,

    typed: (place, typed) => inTurn(() => take(place, typed)),

    worked: (place) =>
      inTurn(async () => {
        const found = (await candidates.all()).find(
          (each) => each.state === 'typed' && each.kind !== 'step' && isFrom(each, place),
        );
        if (found !== undefined) await offer(found);
      }),

    returned: (place) =>
      inTurn(async () => {
        const found = (await candidates.all()).find(
          (each) => isDoubtful(each) && each.state === 'offered' && isFrom(each, place),
        );
        if (found === undefined) return;
        await candidates.change((all) =>
          all.map((each) => (each.id === found.id ? { ...each, state: 'typed', at: now() } : each)),
        );
        await deps.showOffer(found.tabId, await isOffered(found.tabId));
      }),

    async left(place, how) {
      await inTurn(() =>
        candidates.change((all) =>
          all.map((each) => (isFrom(each, place) ? { ...each, left: how } : each)),
        ),
      );
      await settle(place.tabId);
    },

    async begun({ tabId, frameId, documentId }, via) {
      nextDocuments.note({ tabId, frameId, documentId }, via);
      await inTurn(() =>
        candidates.change((all) => {
          const isNext = (each: Candidate) =>
            each.tabId === tabId &&
            (frameId === 0 || frameId === each.frameId) &&
            each.state === 'typed' &&
            each.via === null &&
            (documentId === '' || documentId !== each.documentId);
          return all.some(isNext)
            ? all.map((each) => (isNext(each) ? { ...each, via } : each))
            : all;
        }),
      );
    },

    async loaded(tabId) {
      const here = (await candidates.all()).filter((each) => each.tabId === tabId);
      if (here.length === 0) return;
      await settle(tabId);
      // A new document takes the mark off our icon.
      if (await isOffered(tabId)) await deps.showOffer(tabId, true);
    },
  };
}

/** The user turned away from the form, or the tab was closed over one that had not worked. */
function isGivenUp({ state, via, left }: Candidate, frames: readonly Frame[]): boolean {
  if (state !== 'typed') return false;
  return (
    via === 'user' ||
    (left === 'unsent' && via !== 'form') ||
    (left === 'stood' && frames.length === 0)
  );
}

/** Of the very document: what another one says in the same frame is not about this login. */
function isFrom(candidate: Candidate, place: FramePlace): boolean {
  const { tabId, frameId, documentId, origin } = candidate;
  return (
    tabId === place.tabId &&
    frameId === place.frameId &&
    documentId === place.documentId &&
    origin === place.origin
  );
}

function isSameLogin(a: Candidate, b: Candidate): boolean {
  return a.origin === b.origin && a.username === b.username && a.state === 'offered';
}
