import { describe, expect, it } from 'vitest';
import { row, setUp } from './page.world.ts';

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
    expect(world.asked).toEqual(['https://a.test/path']);
  });
  it('begins with the item that the tab was filled with', async () => {
    const { offers, world } = setUp();
    world.last = 'b';
    expect(await offers()).toMatchObject({ value: { offers: [{ id: 'b' }, { id: 'a' }] } });
  });
  it('is in a frame what the pages above it may have as well', async () => {
    const { offers, world } = setUp();
    world.frameId = 7;
    world.foreign = ['a'];
    expect(await offers()).toMatchObject({ value: { offers: [{ id: 'b' }], more: 0 } });
    world.foreign = ['a', 'b'];
    expect(await offers()).toEqual({ ok: true, value: { state: 'none' } });
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
    expect(await call('offers', { labels: [], asked: false })).toEqual({
      ok: true,
      value: { state: 'none' },
    });
  });
});

describe('where nothing is offered', () => {
  it('U1 U17: one switch ends it, also for a page whose engine is there already', async () => {
    const { call, offers, world } = setUp();
    world.offerInPage = false;
    expect(await offers()).toEqual({ ok: true, value: { state: 'none' } });
    const row = { id: 'a', shortcutId: null };
    for (const name of ['choose', 'showItem']) {
      expect(await call(name, row)).toEqual({ ok: false, error: { code: 'refused' } });
    }
    expect(world.wishes).toEqual([]);
  });
});

describe('a choice in the page', () => {
  const chosen = { id: 'a', shortcutId: null };

  it('fills nothing where the browser cannot say that the menu was seen (U1 U3 U4 U5 U6 U7 U8)', async () => {
    const { call, world } = setUp();
    expect(await call('choose', chosen)).toEqual({ ok: true, value: { grant: 'grant' } });
    world.pageIsBelieved = false;
    expect(await call('choose', chosen)).toEqual({ ok: false, error: { code: 'refused' } });
  });
  it('U16: is shown in the popup for the frame that the browser names, once', async () => {
    const { call, world } = setUp();
    expect(await call('showItem', chosen)).toEqual({ ok: true, value: { shown: true } });
    expect(world.wishes).toEqual([{ ...chosen, tabId: 1, pageUrl: 'https://a.test/' }]);
    await call('openPopup', {});
    expect(await call('showItem', chosen)).toEqual({ ok: true, value: { shown: false } });
    await call('openPopup', {});
    expect(world.popups).toBe(1);
  });
  it('is shown there also where the address of the item has changed', async () => {
    const { call, offers, world } = setUp();
    world.refusal = 'address-changed';
    expect(await offers()).toMatchObject({ value: { state: 'offers' } });
    expect(await call('showItem', chosen)).toEqual({ ok: true, value: { shown: true } });
  });
  it.each(['no-match', 'forbidden', 'moved-on'] as const)(
    'is not shown there where the authoriser says %s',
    async (code) => {
      const { call, world } = setUp();
      world.refusal = code;
      expect(await call('showItem', chosen)).toEqual({ ok: false, error: { code } });
      expect(world.wishes).toEqual([]);
    },
  );
});

describe('the engine', () => {
  it('comes only where offering in the page or saving is on', async () => {
    const { call, offers, world } = setUp();
    await call('engine', {});
    world.offerInPage = false;
    await call('engine', {});
    expect(world.injected).toBe(1);
    world.mayKeep = true;
    await call('engine', {});
    expect(world.injected).toBe(2);
    expect(await offers()).toEqual({ ok: true, value: { state: 'none' } });
  });
  it('stays away from sites that the organisation or the user excludes', async () => {
    const { call, world, offers } = setUp();
    world.policy = { ignoredSites: ['a.test'] };
    await call('engine', {});
    expect(await offers()).toEqual({ ok: true, value: { state: 'none' } });
    world.policy = {};
    world.siteOffer = 'never';
    await call('engine', {});
    expect(await offers()).toEqual({ ok: true, value: { state: 'none' } });
    expect(world.injected).toBe(0);
    world.siteOffer = 'on-request';
    await call('engine', {});
    expect(world.injected).toBe(1);
  });
});

describe('a site that speaks only when asked', () => {
  it('offers for the key and not for the focus', async () => {
    const { call, world, offers } = setUp();
    world.siteOffer = 'on-request';
    expect(await offers()).toEqual({ ok: true, value: { state: 'none' } });
    const asked = await call('offers', { labels: ['username'], asked: true });
    expect(asked).toMatchObject({ value: { state: 'offers' } });
  });
  it('is silenced by its own origin, and no other', async () => {
    const { call, world } = setUp();
    expect(await call('silence', {})).toEqual({ ok: true, value: { site: 'a.test' } });
    expect(world.silenced).toEqual(['https://a.test/']);
    expect(await call('silence', { site: 'b.test' })).toEqual({
      ok: false,
      error: { code: 'refused' },
    });
  });
});

describe('a malformed call of a page', () => {
  it.each([
    ['offers', { labels: ['password'], asked: false }],
    ['offers', { labels: ['username'] }],
    ['offers', { labels: Array.from({ length: 51 }, () => 'username'), asked: false }],
    ['choose', { id: 'a' }],
    ['choose', { id: 'a', shortcutId: null, tabId: 2 }],
    ['choose', { id: 'a'.repeat(101), shortcutId: null }],
    ['redeem', { grant: 7, labels: [], spares: [], destinations: [] }],
    ['redeem', { grant: 'a', labels: [], spares: [], destinations: [7] }],
    ['redeem', { grant: 'a', labels: [] }],
    [
      'redeem',
      { grant: 'a', labels: [], spares: [{ names: 'all', masked: false }], destinations: [] },
    ],
    ['showItem', { id: 'a' }],
    ['open', { ref: { kind: 'item', id: 'a' } }],
  ])('%s %j is refused', async (name, request) => {
    expect(await setUp().call(name, request)).toEqual({ ok: false, error: { code: 'refused' } });
  });
});
