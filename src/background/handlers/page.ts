/** What content scripts ask. The frame is who the browser says it is; its words are only wishes. */
import { AppError, toAppError } from '../../model/error.ts';
import type { SiteRule } from '../../model/fill-rule.ts';
import { allowsFilling } from '../../model/policy.ts';
import type { FrameRef } from '../../platform/frames.ts';
import type { ItemRow } from '../../protocol/list-calls.ts';
import type { PageCalls, Spare } from '../../protocol/page-calls.ts';
import { flag, list, nothing, oneOf, record, text } from '../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../protocol/receiver.ts';
import type { PageSender } from '../../protocol/sender.ts';
import type { Authoriser } from '../fill/authorise.ts';
import type { Consent } from '../fill/consent.ts';
import type { Fill } from '../fill/fill.ts';
import type { LastFilled } from '../fill/last-filled.ts';
import { fullHost } from '../items/readable-host.ts';
import { origin, rowRef } from '../ref-parsers.ts';
import type { LoginWatch } from '../save/watch.ts';
import type { SettingsService } from '../settings.ts';
import { captureParsers, createCaptureHandlers } from './capture.ts';
import { createMadeHandlers, type MadeDependencies, madeParsers } from './made.ts';

const labels = list(oneOf('username', 'current-password', 'new-password', 'one-time-code'), 50);

const spares = list(record<Spare>({ names: list(text(100), 8), masked: flag }), 20);

export const pageParsers: Parsers<PageCalls> = {
  ...captureParsers,
  ...madeParsers,
  engine: nothing,
  offers: record({ labels, asked: flag }),
  silence: nothing,
  choose: rowRef,
  redeem: record({ grant: text(50), labels, spares, destinations: list(origin, 10) }),
  showItem: rowRef,
  openPopup: nothing,
};

type Dependencies = MadeDependencies & {
  readonly fill: Fill;
  readonly authoriser: Authoriser;
  readonly watch: LoginWatch;
  readonly settings: SettingsService;
  /** What was decided for a site, locked or not. */
  readonly siteRule: (pageUrl: string) => Promise<SiteRule>;
  /** Decides that nothing is offered there. Throws `locked`. */
  readonly silence: (pageUrl: string) => Promise<void>;
  /** The address of what the frame shows, of the sender's own origin. */
  readonly pageOf: (sender: PageSender) => Promise<string>;
  readonly matching: (pageUrl: string) => Promise<readonly ItemRow[]>;
  readonly lastFilled: Pick<LastFilled, 'first'>;
  readonly inject: (place: FrameRef) => Promise<void>;
  /** Whether a Passwork server of ours has this origin. */
  readonly isOwnServer: (origin: string) => Promise<boolean>;
  readonly consent: Consent;
  /** Whether the browser can say that our menu was in plain view; else the popup has to be asked. */
  readonly pageIsBelieved: boolean;
  /** Whether this tab may open our popup now: it is in front, and has not just done so. */
  readonly mayOpenPopup: (tabId: number) => Promise<boolean>;
  readonly openPopup: () => Promise<unknown>;
};

/** The menu in the page shows this many; the popup has the rest. */
const mostOffers = 6;

/** Rows that are looked at one by one for a frame. */
const mostAsked = 30;

export function createPageHandlers(deps: Dependencies): Handlers<PageCalls, PageSender> {
  /** When the menu may show there, by the organisation's word first and the user's then. */
  async function offered({ origin }: PageSender): Promise<SiteRule['offer']> {
    const { settings } = deps;
    if (!(await settings.get()).offerInPage) return 'never';
    if (!allowsFilling(await settings.policy(), origin)) return 'never';
    // A server that lies could serve a login of its own.
    if (await deps.isOwnServer(origin)) return 'never';
    return (await deps.siteRule(`${origin}/`)).offer;
  }

  async function mayOffer(sender: PageSender, asked: boolean): Promise<boolean> {
    const when = await offered(sender);
    return when === 'always' || (when === 'on-request' && asked);
  }

  async function mayGo(row: ItemRow, sender: PageSender): Promise<boolean> {
    try {
      await deps.authoriser.authorise(sender, row);
      return true;
    } catch (thrown) {
      const { code } = toAppError(thrown);
      if (code === 'internal') throw thrown;
      // What has to be confirmed is offered all the same.
      return code === 'address-changed';
    }
  }

  /** Rows that may go to the frame. In the top one all may that match, or none; pages above a frame may know some of them only. */
  async function allowed(
    sender: PageSender,
    rows: readonly ItemRow[],
  ): Promise<readonly ItemRow[]> {
    const [first] = rows;
    if (first === undefined) return [];
    if (sender.frameId === 0) return (await mayGo(first, sender)) ? rows : [];
    const some: ItemRow[] = [];
    for (const row of rows.slice(0, mostAsked)) if (await mayGo(row, sender)) some.push(row);
    return some;
  }

  return {
    ...createCaptureHandlers(deps.watch),
    ...createMadeHandlers(deps, mayOffer),

    async engine(_, sender) {
      const wanted = (await offered(sender)) !== 'never' || (await deps.watch.mayKeep(sender));
      if (wanted) await deps.inject(sender);
      return null;
    },

    async offers(request, sender) {
      if (request.labels.length === 0) return { state: 'none' };
      if (!(await mayOffer(sender, request.asked))) return { state: 'none' };
      const state = await deps.state();
      if (state === 'not-set-up') return { state: 'none' };
      if (state === 'locked') return { state: 'locked' };
      const matching = await deps.matching(await deps.pageOf(sender));
      const rows = await allowed(sender, deps.lastFilled.first(sender.tabId, matching));
      if (rows.length === 0) return { state: 'none' };
      return {
        state: 'offers',
        offers: rows
          .slice(0, mostOffers)
          .map(({ id, shortcutId, name, login }) => ({ id, shortcutId, name, login })),
        more: Math.max(0, rows.length - mostOffers),
      };
    },

    async silence(_, sender) {
      await deps.touch();
      await deps.silence(`${sender.origin}/`);
      return { site: fullHost(new URL(sender.origin).hostname) };
    },

    async choose(row, sender) {
      if (!deps.pageIsBelieved) throw new AppError('refused', 'the popup has to be asked');
      if ((await offered(sender)) === 'never') throw new AppError('refused', 'nothing is offered');
      await deps.touch();
      return { grant: await deps.fill.choose(sender, row) };
    },

    redeem: ({ grant, ...asked }, sender) => deps.fill.redeem(sender, grant, asked),

    async showItem(row, sender) {
      if ((await offered(sender)) === 'never') throw new AppError('refused', 'nothing is offered');
      try {
        await deps.authoriser.authorise(sender, row);
      } catch (thrown) {
        if (toAppError(thrown).code !== 'address-changed') throw thrown;
      }
      if (!(await deps.mayOpenPopup(sender.tabId))) return { shown: false };
      const pageUrl = `${sender.origin}/`;
      return { shown: await deps.consent.seek({ ...row, tabId: sender.tabId, pageUrl }) };
    },

    async openPopup(_, sender) {
      if (await deps.mayOpenPopup(sender.tabId)) await deps.openPopup();
      return null;
    },
  };
}
