/**
 * The one path by which a secret leaves for a page: a grant is issued for one document, that
 * document redeems it, and sets the values at that instant or not at all.
 *
 *   menu in the page ── choose ──────────────┐
 *   popup, shortcut, context menu ── fillTab ┴─▶ authorise ─▶ grant ─▶ redeem ─▶ authorise ─▶ values
 */
import { AppError } from '../../model/error.ts';
import type { OpenedItem } from '../../model/item.ts';
import { originOf } from '../../model/web-address.ts';
import type { Frame, FrameRef } from '../../platform/frames.ts';
import type { Client } from '../../protocol/client.ts';
import type { FillOutcome } from '../../protocol/fill-outcome.ts';
import type { RowRef } from '../../protocol/item-calls.ts';
import type { FillValues, FrameCalls } from '../../protocol/page-calls.ts';
import type { Authoriser, Permit } from './authorise.ts';
import { foreignDestinations } from './destinations.ts';
import { type FramePlace, sameDocument } from './frame-place.ts';
import type { Grants } from './grants.ts';
import type { LastFilled } from './last-filled.ts';
import { type Asked, fillValues } from './values.ts';

export type Fill = {
  /** A frame's user chose an item there. Answers with the name of the grant. */
  choose(place: FramePlace, row: RowRef): Promise<string>;
  /** A frame trades its grant for values. Throws `sends-elsewhere` where its form goes to a site nobody confirmed. */
  redeem(
    place: FramePlace,
    grant: string,
    asked: Asked & { readonly destinations: readonly string[] },
  ): Promise<FillValues>;
  /** Throws what `fillTab` would, `no-field` where the tab has no form for the item; fills nothing. */
  surveyTab(tabId: number, row: RowRef): Promise<void>;
  /** Origins of foreign sites to which the best form of a tab would send; empty where none can be filled. */
  destinationsIn(tabId: number, row: RowRef): Promise<readonly string[]>;
  /**
   * Fills the best form of a tab. Throws `no-field` where no field took a value, `sends-elsewhere`
   * where the form goes to a foreign site that is not among `confirmed`.
   */
  fillTab(
    tabId: number,
    row: RowRef,
    how?: { readonly preferredFrame?: number; readonly confirmed?: readonly string[] },
  ): Promise<FillOutcome>;
};

type Dependencies = {
  readonly authoriser: Authoriser;
  readonly grants: Grants;
  readonly findFrames: (tabId: number) => Promise<readonly Frame[]>;
  /** Puts the engine into a frame; harmless where it is already. */
  readonly inject: (place: FrameRef) => Promise<void>;
  readonly frameClient: (place: FrameRef) => Client<FrameCalls>;
  readonly open: (permit: Permit) => Promise<OpenedItem>;
  /** Whether a row's addresses match a page. */
  readonly matches: (row: RowRef, pageUrl: string) => Promise<boolean>;
  readonly noteUse: (id: string) => Promise<void>;
  readonly lastFilled: Pick<LastFilled, 'note'>;
  /** What was filled may have a next step; nobody waits for it. */
  readonly afterFill: (row: RowRef, values: FillValues) => unknown;
  /** A password of the vault went to a page: nothing to save when it is sent. */
  readonly noteFilled: (place: FramePlace, password: string, login: string) => Promise<void>;
  readonly now: () => number;
};

export function createFill(deps: Dependencies): Fill {
  const { authoriser, grants } = deps;
  /** Grants of `fillTab` that are on their way, and whether their values were handed out. */
  const underway = new Map<string, boolean>();

  /** Frames that may have the item, with what they can fill; the best first. */
  async function candidates(tabId: number, row: RowRef, preferred: number | undefined) {
    const found: { place: FramePlace; rank: number; destinations: readonly string[] }[] = [];
    let refusal: unknown = new AppError('no-field', 'no frame of the tab can be filled');
    for (const frame of await deps.findFrames(tabId)) {
      const origin = originOf(frame.url);
      if (origin === null) continue;
      const place = { tabId, frameId: frame.frameId, documentId: frame.documentId, origin };
      try {
        await authoriser.authorise(place, row);
        await deps.inject(place);
      } catch (thrown) {
        if (frame.frameId === 0) refusal = thrown;
        continue;
      }
      const survey = await deps.frameClient(place).call('survey', {});
      if (!survey.ok || survey.value.labels.length === 0) continue;
      const rank =
        frame.frameId === preferred ? 3 : survey.value.focused ? 2 : frame.frameId === 0 ? 1 : 0;
      found.push({ place, rank, destinations: survey.value.destinations });
    }
    if (found.length === 0) throw refusal;
    return found.sort((a, b) => b.rank - a.rank);
  }

  async function isGone({ tabId, frameId, documentId }: FramePlace): Promise<boolean> {
    const frames = await deps.findFrames(tabId);
    return !frames.some(
      (frame) => frame.frameId === frameId && sameDocument(frame.documentId, documentId),
    );
  }

  return {
    async choose(place, row) {
      await authoriser.authorise(place, row);
      return grants.issue(place, row);
    },

    async redeem(place, name, asked) {
      const grant = await grants.redeem(name, place);
      const { destinations } = asked;
      const permit = await authoriser.authorise(place, grant);
      const whence = { row: grant, pageOrigin: place.origin };
      const foreign = await foreignDestinations(deps.matches, whence, destinations);
      if (!foreign.every((origin) => grant.confirmed.includes(origin))) {
        throw new AppError('sends-elsewhere', 'the form goes to another site');
      }
      const item = await deps.open(permit);
      // Opening took a while: look again before anything leaves.
      await authoriser.authorise(place, grant);
      const values = await fillValues(item, asked, deps.now());
      if (values.password !== null) {
        await deps.noteFilled(place, values.password, item.login);
      }
      await deps.noteUse(grant.id);
      deps.lastFilled.note(place.tabId, grant);
      deps.afterFill(grant, values);
      if (underway.has(name)) underway.set(name, true);
      return values;
    },

    async surveyTab(tabId, row) {
      await candidates(tabId, row, undefined);
    },

    async destinationsIn(tabId, row) {
      const [best] = await candidates(tabId, row, undefined).catch(() => []);
      if (best === undefined) return [];
      const whence = { row, pageOrigin: best.place.origin };
      return foreignDestinations(deps.matches, whence, best.destinations);
    },

    async fillTab(tabId, row, { preferredFrame, confirmed = [] } = {}) {
      const [best] = await candidates(tabId, row, preferredFrame);
      if (best === undefined) throw new AppError('no-field', 'nothing to fill');
      const { place } = best;
      const grant = await grants.issue(place, row, confirmed);
      underway.set(grant, false);
      const answer = await deps.frameClient(place).call('fill', { grant });
      const wasHandedOut = underway.get(grant) === true;
      underway.delete(grant);
      // A page that sends itself with the last character is gone before its script can answer.
      if (!answer.ok && wasHandedOut && (await isGone(place))) return { filled: 1, troubles: [] };
      if (!answer.ok) throw new AppError(answer.error.code, 'the frame could not be filled');
      if (answer.value.filled === 0) throw new AppError('no-field', 'no field took a value');
      return answer.value;
    },
  };
}
