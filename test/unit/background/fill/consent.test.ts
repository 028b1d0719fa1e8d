import { describe, expect, it } from 'vitest';
import { createConsent } from '../../../../src/background/fill/consent.ts';
import { memoryText } from '../../../support/memory-text.ts';

const wish = { id: 'item', shortcutId: null, tabId: 4, pageUrl: 'https://a.test/' };

function setUp() {
  const world = { time: 1_000_000, opened: 0, opens: true };
  const stored = memoryText();
  const consent = createConsent({
    stored,
    openPopup: async () => {
      world.opened += 1;
      return world.opens;
    },
    now: () => world.time,
  });
  return { world, stored, consent };
}

describe('what waits for a yes', () => {
  it('is kept, and the popup opened on it', async () => {
    const { consent, world } = setUp();
    expect(await consent.seek(wish)).toBe(true);
    expect(world.opened).toBe(1);
    expect(await consent.pending()).toEqual(wish);
    await consent.done();
    expect(await consent.pending()).toBeNull();
  });
  it('is kept also where no popup opens', async () => {
    const { consent, world } = setUp();
    world.opens = false;
    expect(await consent.seek(wish)).toBe(false);
    expect(await consent.pending()).toEqual(wish);
  });
  it('ends with its tab', async () => {
    const { consent, stored } = setUp();
    await consent.keep(wish);
    await consent.closed(5);
    expect(await consent.pending()).toEqual(wish);
    await consent.closed(4);
    expect(stored.value).toBe('');
  });
  it('ends after two minutes', async () => {
    const { consent, world } = setUp();
    await consent.keep(wish);
    world.time += 120_001;
    expect(await consent.pending()).toBeNull();
  });
  it('is nothing where what is stored is none of ours', async () => {
    const { consent, stored } = setUp();
    await stored.set('{"id":7}');
    expect(await consent.pending()).toBeNull();
  });
});
