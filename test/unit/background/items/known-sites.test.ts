import { describe, expect, it } from 'vitest';
import { createKnownSites } from '../../../../src/background/items/known-sites.ts';
import { createUses } from '../../../../src/background/items/uses.ts';

function setUp(...urls: string[]) {
  const world: { urls: string[] | null } = { urls };
  const uses = createUses();
  const sites = createKnownSites(uses, async () => world.urls);
  const use = async () => {
    uses.note('item', 1);
    await sites.note('item');
  };
  return { world, uses, sites, use };
}

describe('S4: an address that a used item got since', () => {
  it('is not known until it is confirmed', async () => {
    const { world, sites, use } = setUp('https://a.test/login');
    await use();
    world.urls = ['https://a.test/login', 'https://evil.test/'];
    await use();
    expect(sites.knows('item', 'https://a.test/')).toBe(true);
    expect(sites.knows('item', 'https://login.a.test/')).toBe(true);
    expect(sites.knows('item', 'https://evil.test/')).toBe(false);
    await sites.trust('item');
    expect(sites.knows('item', 'https://evil.test/')).toBe(true);
  });
  it('is noticed also where there was none before', async () => {
    const { world, sites, use } = setUp();
    await use();
    world.urls = ['https://evil.test/'];
    expect(sites.knows('item', 'https://evil.test/')).toBe(false);
  });
  it('is noticed after the notes were written and read back', async () => {
    const { uses, use } = setUp('https://a.test/');
    await use();
    const next = createUses();
    next.load(JSON.parse(JSON.stringify(uses.all())));
    const sites = createKnownSites(next, async () => ['https://evil.test/']);
    expect(sites.knows('item', 'https://evil.test/')).toBe(false);
    expect(sites.knows('item', 'https://a.test/')).toBe(true);
  });
  it('is not taken for one while the index that would tell is made anew', async () => {
    const { world, sites, use } = setUp('https://a.test/');
    world.urls = null;
    await use();
    await sites.trust('item');
    expect(sites.knows('item', 'https://a.test/')).toBe(true);
    world.urls = ['https://a.test/'];
    await use();
    expect(sites.knows('item', 'https://a.test/')).toBe(true);
    expect(sites.knows('item', 'https://evil.test/')).toBe(false);
  });
  it('is noticed also where the item was used again before the notes were read back', async () => {
    const { uses, use } = setUp('https://a.test/');
    await use();
    const next = createUses();
    next.note('item', 2);
    next.load(uses.all());
    const sites = createKnownSites(next, async () => ['https://evil.test/']);
    await sites.note('item');
    expect(sites.knows('item', 'https://evil.test/')).toBe(false);
    expect(next.all()).toMatchObject([{ id: 'item', weight: 2, last: 2 }]);
  });
  it('is nothing to compare with where the item was never used', () => {
    const { sites } = setUp('https://a.test/');
    expect(sites.knows('item', 'https://a.test/')).toBe(true);
  });
});
