/**
 * From what was typed to the question whether to save it: keeps what frames tell, and decides from
 * what the browser and the frames say afterwards whether the login worked.
 */
import type { Frame, Place } from '../../platform/frames.ts';
import type { StandsCalls, Typed } from '../../protocol/capture-calls.ts';
import type { Client } from '../../protocol/client.ts';
import { originOf } from '../fill/authorise.ts';
import type { FramePlace } from '../fill/grants.ts';
import type { Candidate, Candidates } from './candidates.ts';
import type { KnownPasswords } from './known.ts';

export type LoginWatch = {
  /** Whether anything typed at this place may be kept. */
  mayKeep(place: FramePlace): Promise<boolean>;
  typed(place: FramePlace, typed: Typed): Promise<void>;
  /** The form is gone from the document. */
  worked(place: FramePlace): Promise<void>;
  /** The document is being left. */
  left(place: FramePlace): Promise<void>;
  /** Another document stands in a frame of the tab. */
  loaded(tabId: number): Promise<void>;
  /** Looks now at what waits in a tab. */
  judge(tabId: number): Promise<void>;
};

type Dependencies = {
  readonly candidates: Candidates;
  readonly known: KnownPasswords;
  /** Whether anything typed at this place may be kept: unlocked, no private window, not excluded. */
  readonly mayKeep: (place: FramePlace) => Promise<boolean>;
  readonly findFrames: (tabId: number) => Promise<readonly Frame[]>;
  readonly inject: (place: Place) => Promise<void>;
  readonly frameClient: (place: Place) => Client<StandsCalls>;
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

  const forget = (gone: (each: Candidate) => boolean) =>
    candidates.change((all) => (all.some(gone) ? all.filter((each) => !gone(each)) : all));

  async function offer(chosen: Candidate): Promise<void> {
    await candidates.change((all) => {
      // The same login again takes the place of what was asked before.
      const others = all.filter((each) => each.id !== chosen.id && !isSameLogin(each, chosen));
      const ofSite = others.filter((each) => each.origin === chosen.origin).slice(1 - mostOfSite);
      const kept = others.filter((each) => each.origin !== chosen.origin || ofSite.includes(each));
      return [...kept, { ...chosen, state: 'offered', at: now() }];
    });
    await deps.showOffer(chosen.tabId, true);
  }

  async function withdraw(chosen: Candidate): Promise<void> {
    await forget(({ id }) => id === chosen.id);
    const left = (await candidates.all()).some(
      ({ tabId, state }) => tabId === chosen.tabId && state === 'offered',
    );
    await deps.showOffer(chosen.tabId, left);
  }

  /** What stands in the tab now; null where a document is not there yet to be asked. */
  async function stands(tabId: number, origin: string, frames: readonly Frame[]) {
    const seen = { login: false, fresh: false, failed: false };
    for (const frame of frames) {
      const of = originOf(frame.url);
      if (of === null || (frame.frameId !== 0 && of !== origin)) continue;
      const place = { tabId, frameId: frame.frameId, documentId: frame.documentId };
      try {
        await deps.inject(place);
      } catch {
        return null;
      }
      const answer = await deps.frameClient(place).call('stands', {});
      if (!answer.ok) return null;
      seen.login ||= answer.value.login;
      seen.fresh ||= answer.value.fresh;
      seen.failed ||= answer.value.failed && frame.frameId === 0;
    }
    return seen;
  }

  async function judgeOne(chosen: Candidate): Promise<void> {
    const { tabId, origin, kind } = chosen;
    const frames = await deps.findFrames(tabId);
    const own = frames.find(({ frameId }) => frameId === chosen.frameId);
    const isThere =
      own !== undefined && own.documentId !== '' && own.documentId === chosen.documentId;
    // A document that is still there says itself when its form is gone.
    if (isThere || (!chosen.left && own !== undefined && own.documentId === '')) return;
    const seen = await stands(tabId, origin, frames);
    if (seen === null) return;
    const asked = kind === 'login' ? seen.login : seen.fresh;
    // After the password was taken, a wrong code is an error of another step.
    const refused = asked || (seen.failed && chosen.state === 'typed');
    if (refused && !chosen.generated) await withdraw(chosen);
    else if (refused) return;
    else if (chosen.state === 'typed') await offer(chosen);
  }

  async function judge(tabId: number): Promise<void> {
    for (const each of await candidates.all()) {
      if (each.tabId !== tabId || each.kind === 'step') continue;
      const isDoubtful = each.state === 'typed' || (now() - each.at < doubt && !each.generated);
      if (isDoubtful) await judgeOne(each);
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

  return {
    mayKeep: deps.mayKeep,
    judge,

    async typed(place, { kind, username, password, generated }) {
      if (!(await deps.mayKeep(place))) return;
      const { tabId, frameId, documentId, origin } = place;
      const waiting = (await candidates.all()).find(
        (each) =>
          each.tabId === tabId &&
          each.state === 'typed' &&
          each.username !== '' &&
          (each.kind === 'step' || each.origin === origin),
      );
      const fresh: Candidate = {
        ...{ tabId, frameId, documentId, origin, kind, password },
        id: crypto.randomUUID(),
        state: 'typed',
        // The name that was asked for one step before, maybe by another host of the same company.
        username: username || waiting?.username || '',
        generated,
        left: false,
        at: now(),
        draft: null,
        unsure: null,
      };
      const isKnown = kind !== 'step' && (await known.has(origin, password));
      await candidates.change((all) => [
        ...all.filter((each) => each.tabId !== tabId || each.state === 'offered'),
        ...(isKnown ? [] : [fresh]),
      ]);
    },

    async worked(place) {
      const found = (await candidates.all()).find(
        (each) => each.state === 'typed' && each.kind !== 'step' && isFrom(each, place),
      );
      if (found !== undefined) await offer(found);
    },

    async left(place) {
      await candidates.change((all) =>
        all.map((each) => (isFrom(each, place) ? { ...each, left: true } : each)),
      );
      await settle(place.tabId);
    },

    async loaded(tabId) {
      const here = (await candidates.all()).filter((each) => each.tabId === tabId);
      if (here.length === 0) return;
      await settle(tabId);
      // A new document takes the mark off our icon.
      const left = (await candidates.all()).some(
        (each) => each.tabId === tabId && each.state === 'offered',
      );
      if (left) await deps.showOffer(tabId, true);
    },
  };
}

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
