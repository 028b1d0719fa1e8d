/** What content scripts ask of the worker, over services that answer as a test says. */
import type { AskedFor } from '../../../../src/background/fill/consent.ts';
import { createPageHandlers, pageParsers } from '../../../../src/background/handlers/page.ts';
import type { SessionState } from '../../../../src/background/session/session.ts';
import { AppError, type ErrorCode } from '../../../../src/model/error.ts';
import { defaultSiteRule, type SiteRule } from '../../../../src/model/fill-rule.ts';
import type { Policy } from '../../../../src/model/policy.ts';
import { defaultSettings } from '../../../../src/model/settings.ts';
import type { ItemRow } from '../../../../src/protocol/list-calls.ts';
import { createReceiver } from '../../../../src/protocol/receiver.ts';
import type { PageSender } from '../../../../src/protocol/sender.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { openAuthoriser } from '../../../support/permit.ts';

const sender: PageSender = {
  kind: 'page',
  tabId: 1,
  frameId: 0,
  documentId: 'D',
  origin: 'https://a.test',
};

export function row(id: string): ItemRow {
  return {
    id,
    shortcutId: null,
    name: `Name ${id}`,
    login: `login ${id}`,
    host: 'a.test',
    colour: 3,
    favourite: true,
    path: ['Vault', 'Folder'],
  };
}

/** A worker with two items of `a.test`, open; `world` says what it has and what was asked of it. */
export function setUp() {
  const world = {
    state: 'unlocked' as SessionState['state'],
    rows: [row('a'), row('b')],
    refusal: null as ErrorCode | null,
    frameId: 0,
    /** Items that the pages above the frame have nothing to do with. */
    foreign: [] as string[],
    offerInPage: true,
    pageIsBelieved: true,
    popups: 0,
    wishes: [] as AskedFor[],
    siteOffer: 'always' as SiteRule['offer'],
    silenced: [] as string[],
    last: '',
    policy: {} as Policy,
    mayKeep: false,
    remembered: [] as (readonly [string, string])[],
    asked: [] as string[],
    injected: 0,
  };
  const receive = createReceiver(
    pageParsers,
    createPageHandlers({
      fill: {
        choose: async () => 'grant',
        redeem: async () => ({ username: 'u', password: 'p', code: null, fields: [] }),
        surveyTab: async () => undefined,
        destinationsIn: async () => [],
        fillTab: async () => ({ filled: 0, troubles: [] }),
      },
      authoriser: {
        ...openAuthoriser,
        authorise: async (place, row) => {
          if (world.refusal !== null) throw new AppError(world.refusal, 'no');
          if (world.foreign.includes(row.id)) throw new AppError('no-match', 'a foreign page');
          return openAuthoriser.authorise({ ...place, frameId: 0 }, row);
        },
      },
      watch: {
        mayKeep: async () => world.mayKeep,
        typed: async () => undefined,
        worked: async () => undefined,
        returned: async () => undefined,
        left: async () => undefined,
        begun: async () => undefined,
        loaded: async () => undefined,
        judge: async () => undefined,
      },
      settings: {
        get: async () => ({ ...defaultSettings, offerInPage: world.offerInPage }),
        save: async (settings) => settings,
        policy: async () => world.policy,
        forget: () => undefined,
      },
      generator: {
        generate: async () => ({ text: 'made', bits: 80 }),
        generateFor: async () => ({ text: 'made', bits: 80 }),
        estimate: async () => 80,
      },
      generatorRules: memoryText(),
      remember: async (password, { origin }) => void world.remembered.push([password, origin]),
      state: async () => world.state,
      touch: async () => undefined,
      siteRule: async () => ({ ...defaultSiteRule, offer: world.siteOffer }),
      silence: async (pageUrl) => {
        world.silenced.push(pageUrl);
      },
      pageOf: async ({ origin }) => `${origin}/path`,
      matching: async (pageUrl) => {
        world.asked.push(pageUrl);
        return world.rows;
      },
      lastFilled: {
        first: (_, rows) =>
          [...rows].sort((a, b) => Number(b.id === world.last) - Number(a.id === world.last)),
      },
      inject: async () => {
        world.injected += 1;
      },
      consent: {
        keep: async (wish) => void world.wishes.push(wish),
        seek: async (wish) => {
          world.wishes.push(wish);
          return true;
        },
        pending: async () => null,
        done: async () => undefined,
        closed: async () => undefined,
      },
      isOwnServer: async (origin) => origin === 'https://vault.test',
      get pageIsBelieved() {
        return world.pageIsBelieved;
      },
      mayOpenPopup: async () => world.popups === 0,
      openPopup: async () => {
        world.popups += 1;
      },
    }),
  );
  const call = (name: string, request: unknown) =>
    receive({ channel: 'page', call: name, request }, { ...sender, frameId: world.frameId });
  const offers = () => call('offers', { labels: ['username', 'current-password'], asked: false });
  return { world, call, offers };
}
