import { describe, expect, it } from 'vitest';
import { createTabBadge } from '../../../src/background/badge/tab-badge.ts';

function setUp() {
  const world = {
    shown: true,
    unlocked: true,
    ended: '',
    counts: new Map([
      ['https://a.test/', 2],
      ['https://many.test/', 100],
    ]),
    tabs: [
      { id: 1, url: 'https://a.test/', incognito: false },
      { id: 2, url: 'https://many.test/', incognito: true },
      { id: 3, url: 'https://none.test/', incognito: false },
    ],
    marks: new Map<number, string>(),
    tooltips: new Map<number, string>(),
    all: '',
    timers: [] as (() => void)[],
  };
  const badge = createTabBadge({
    shown: async () => world.shown,
    unlocked: async () => world.unlocked,
    ended: async () => world.ended,
    count: async (url) => world.counts.get(url) ?? 0,
    findFrontTabs: async () => world.tabs,
    mark: async (id, text, tooltip) => {
      world.marks.set(id, text);
      world.tooltips.set(id, tooltip);
    },
    markOf: async (id) => world.marks.get(id) ?? world.all,
    flash: async (text) => {
      world.all = text;
    },
    offerText: 'offer',
    later: (act) => world.timers.push(act),
  });
  const marks = () => Object.fromEntries(world.marks);
  return { world, badge, marks };
}

describe('the badge of a tab', () => {
  it('counts the items of its site, in private windows as well', async () => {
    const { badge, marks } = setUp();
    await badge.update();
    expect(marks()).toEqual({ 1: '2', 2: '99+', 3: '' });
  });

  it('says nothing while locked, or switched off', async () => {
    const { world, badge, marks } = setUp();
    await badge.update();
    world.unlocked = false;
    await badge.update();
    expect(marks()).toEqual({ 1: '', 2: '', 3: '' });
    world.unlocked = true;
    world.shown = false;
    await badge.update();
    expect(marks()).toEqual({ 1: '', 2: '', 3: '' });
  });

  it('says that the server has ended the session, until it is opened again, though no number is wanted', async () => {
    const { world, badge, marks } = setUp();
    world.shown = false;
    world.unlocked = false;
    world.ended = 'ended';
    await badge.update();
    expect(marks()).toEqual({ 1: '!', 2: '!', 3: '!' });
    expect(world.tooltips.get(1)).toBe('ended');
    world.unlocked = true;
    await badge.update();
    expect(marks()).toEqual({ 1: '', 2: '', 3: '' });
    expect(world.tooltips.get(1)).toBe('');
  });

  it('leaves the sign of a login that may be saved until that is over', async () => {
    const { badge, marks } = setUp();
    await badge.markOffer(1, true);
    await badge.update();
    await badge.flash('✓', 'done');
    expect(marks()).toEqual({ 1: '+', 2: '✓', 3: '✓' });
    await badge.markOffer(1, false);
    expect(marks()[1]).toBe('2');
  });

  it('comes back after a sign that stood for a moment', async () => {
    const { world, badge, marks } = setUp();
    await badge.flash('!', 'why');
    expect(world.all).toBe('!');
    expect(marks()).toEqual({ 1: '!', 2: '!', 3: '!' });
    for (const timer of world.timers) timer();
    await badge.update();
    expect(marks()[1]).toBe('2');
  });
});
