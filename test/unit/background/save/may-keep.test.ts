import { expect, it } from 'vitest';
import { createMayKeep } from '../../../../src/background/save/may-keep.ts';
import { defaultSettings } from '../../../../src/model/settings.ts';
import { place } from './support.ts';

const plain = {
  open: true,
  incognito: false,
  offerToSave: true,
  save: true,
  ignoredSites: [] as string[],
};

function ask(some: Partial<typeof plain>): Promise<boolean> {
  const world = { ...plain, ...some };
  return createMayKeep({
    isOpen: async () => world.open,
    settings: {
      get: async () => ({ ...defaultSettings, offerToSave: world.offerToSave }),
      save: async (settings) => settings,
      policy: async () => ({ ignoredSites: world.ignoredSites }),
      forget: () => undefined,
    },
    findTab: async (id) => ({ id, url: 'https://a.test/', incognito: world.incognito }),
    siteRule: async () => ({ save: world.save }),
  })(place);
}

it('keeps what is typed where nobody says no', async () => {
  expect(await ask({})).toBe(true);
});

it.each([
  { open: false },
  { incognito: true },
  { offerToSave: false },
  { save: false },
  { ignoredSites: ['a.test'] },
])('keeps nothing with %j', async (some) => {
  expect(await ask(some)).toBe(false);
});
