import { describe, expect, it } from 'vitest';
import { createPageHandlers, pageParsers } from '../../../../src/background/handlers/page.ts';
import type { SessionState } from '../../../../src/background/session/session.ts';
import { AppError, type ErrorCode } from '../../../../src/model/error.ts';
import { defaultSettings } from '../../../../src/model/settings.ts';
import type { ItemRow } from '../../../../src/protocol/list-calls.ts';
import { createReceiver } from '../../../../src/protocol/receiver.ts';
import type { PageSender } from '../../../../src/protocol/sender.ts';
import { openAuthoriser } from '../../../support/permit.ts';

const sender: PageSender = {
  kind: 'page',
  tabId: 1,
  frameId: 0,
  documentId: 'D',
  origin: 'https://a.test',
};

function row(id: string): ItemRow {
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

function setUp() {
  const world = {
    state: 'unlocked' as SessionState['state'],
    rows: [row('a'), row('b')],
    refusal: null as ErrorCode | null,
    offerInPage: true,
    asked: [] as string[],
    injected: 0,
  };
  const receive = createReceiver(
    pageParsers,
    createPageHandlers({
      fill: {
        choose: async () => 'grant',
        redeem: async () => ({ username: 'u', password: 'p', code: null }),
        fillTab: async () => ({ filled: 0, troubles: [] }),
      },
      authoriser: {
        ...openAuthoriser,
        authorise: async (place, row) => {
          if (world.refusal !== null) throw new AppError(world.refusal, 'no');
          return openAuthoriser.authorise(place, row);
        },
      },
      settings: {
        get: async () => ({ ...defaultSettings, offerInPage: world.offerInPage }),
        save: async (settings) => settings,
        policy: async () => ({}),
        forget: () => undefined,
      },
      state: async () => world.state,
      touch: async () => undefined,
      matching: async (pageUrl) => {
        world.asked.push(pageUrl);
        return world.rows;
      },
      inject: async () => {
        world.injected += 1;
      },
      openPopup: async () => true,
    }),
  );
  const call = (name: string, request: unknown) =>
    receive({ channel: 'page', call: name, request }, sender);
  const offers = () => call('offers', { labels: ['username', 'current-password'] });
  return { world, call, offers };
}

describe('what a page is offered', () => {
  it('is names and logins of matching items, and nothing else of them', async () => {
    const { offers, world } = setUp();
    expect(await offers()).toEqual({
      ok: true,
      value: {
        state: 'offers',
        offers: [
          { id: 'a', shortcutId: null, name: 'Name a', login: 'login a' },
          { id: 'b', shortcutId: null, name: 'Name b', login: 'login b' },
        ],
        more: 0,
      },
    });
    // By the origin that the browser stamped, whatever address the page claims.
    expect(world.asked).toEqual(['https://a.test/']);
  });
  it('is a few, with the number of the rest', async () => {
    const { offers, world } = setUp();
    world.rows = Array.from({ length: 9 }, (_, index) => row(String(index)));
    expect(await offers()).toMatchObject({ value: { more: 3, offers: { length: 6 } } });
  });
  it.each([
    ['nothing before an account is set up', 'not-set-up', { state: 'none' }],
    ['that it is locked, without a name', 'locked', { state: 'locked' }],
  ] as const)('is %s', async (_, state, value) => {
    const { offers, world } = setUp();
    world.state = state;
    expect(await offers()).toEqual({ ok: true, value });
    expect(world.asked).toEqual([]);
  });
  it.each(['no-match', 'moved-on', 'forbidden'] as const)(
    'is nothing where the authoriser says %s',
    async (code) => {
      const { offers, world } = setUp();
      world.refusal = code;
      expect(await offers()).toEqual({ ok: true, value: { state: 'none' } });
    },
  );
  it('is nothing where no item matches, or no field is there', async () => {
    const { call, offers, world } = setUp();
    world.rows = [];
    expect(await offers()).toEqual({ ok: true, value: { state: 'none' } });
    expect(await call('offers', { labels: [] })).toEqual({ ok: true, value: { state: 'none' } });
  });
});

describe('the engine', () => {
  it('comes only where offering in the page is on', async () => {
    const { call, world } = setUp();
    await call('engine', {});
    world.offerInPage = false;
    await call('engine', {});
    expect(world.injected).toBe(1);
  });
});

describe('a malformed call of a page', () => {
  it.each([
    ['offers', { labels: ['password'] }],
    ['offers', { labels: Array.from({ length: 51 }, () => 'username') }],
    ['choose', { id: 'a' }],
    ['choose', { id: 'a', shortcutId: null, tabId: 2 }],
    ['choose', { id: 'a'.repeat(101), shortcutId: null }],
    ['redeem', { grant: 7, labels: [] }],
    ['open', { ref: { kind: 'item', id: 'a' } }],
  ])('%s %j is refused', async (name, request) => {
    expect(await setUp().call(name, request)).toEqual({ ok: false, error: { code: 'refused' } });
  });
});
