import { describe, expect, it } from 'vitest';
import { buildMenu, parseEntry } from '../../../../src/background/menu/menu.ts';
import { createMenuService } from '../../../../src/background/menu/menu-service.ts';
import type { MenuEntry } from '../../../../src/platform/menus.ts';
import type { ItemRow } from '../../../../src/protocol/list-calls.ts';

const text = (key: string) => key;
function row(id: string, overrides: Partial<ItemRow> = {}): ItemRow {
  return {
    id,
    shortcutId: null,
    name: `Name ${id}`,
    login: `login-${id}`,
    host: 'a.test',
    colour: 0,
    favourite: false,
    path: [],
    ...overrides,
  };
}

describe('the context menu', () => {
  it('offers to unlock while locked, and names nothing', () => {
    expect(buildMenu({ state: 'locked' }, text).map(({ title }) => title)).toEqual([
      'extensionName',
      'contextUnlock',
    ]);
  });
  it('says that nothing matches', () => {
    const entries = buildMenu({ state: 'unlocked', rows: [] }, text);
    expect(entries.at(1)).toMatchObject({ title: 'contextNoMatch', enabled: false });
    expect(entries.at(-1)).toMatchObject({ id: 'generate', parentId: 'latchkey' });
  });
  it('has every act for every match, and each entry says what it does', () => {
    const entries = buildMenu(
      { state: 'unlocked', rows: [row('a'), row('b', { shortcutId: 's' })] },
      text,
    );
    const parsed = entries.map(({ id }) => parseEntry(id)).filter((entry) => entry !== null);
    expect(parsed).toHaveLength(10);
    expect(parsed).toContainEqual({ act: 'open', row: { id: 'b', shortcutId: 's' } });
    expect(parsed).toContainEqual({ act: 'copy-code', row: { id: 'a', shortcutId: null } });
    expect(parsed).toContainEqual({ act: 'fill', row: { id: 'b', shortcutId: 's' } });
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { parentId } of entries.slice(1)) {
      expect(entries.some(({ id }) => id === parentId)).toBe(true);
    }
  });
  it('stays short', () => {
    const rows = Array.from({ length: 50 }, (_, i) => row(String(i)));
    const entries = buildMenu({ state: 'unlocked', rows }, text);
    expect(entries.filter(({ parentId }) => parentId === 'latchkey')).toHaveLength(11);
    expect(entries.at(-1)).toMatchObject({ id: 'generate', parentId: 'latchkey' });
  });
  it('puts the acts under each item, and those of a single one nearer', () => {
    const two = buildMenu({ state: 'unlocked', rows: [row('a'), row('b', { name: '' })] }, text);
    expect(two.filter(({ parentId }) => parentId === 'latchkey').map(({ title }) => title)).toEqual(
      ['Name a — login-a', 'a.test — login-b', 'contextGenerate'],
    );
    expect(two.filter(({ parentId }) => parentId === 'item a ').map(({ id }) => id)).toEqual([
      'fill a ',
      'copy-login a ',
      'copy-password a ',
      'copy-code a ',
      'open a ',
    ]);
    const one = buildMenu({ state: 'unlocked', rows: [row('a')] }, text);
    expect(one.slice(1).every(({ parentId }) => parentId === 'latchkey')).toBe(true);
    expect(one).toHaveLength(7);
  });
  it.each(['latchkey', 'open-popup', 'item a ', 'fill', 'steal a b', ''])(
    'does nothing for %j',
    (entry) => {
      expect(parseEntry(entry)).toBeNull();
    },
  );
});

describe('the menu service', () => {
  function setUp(incognito = false) {
    const world = { unlocked: true, rows: [row('a')], shown: [] as (readonly MenuEntry[])[] };
    const service = createMenuService({
      unlocked: async () => world.unlocked,
      findCurrentTab: async () => ({ id: 1, url: 'https://a.test/', incognito }),
      matching: async () => world.rows,
      show: async (entries) => {
        world.shown.push(entries);
      },
      text,
    });
    return { world, service };
  }

  it('follows lock and tab, and leaves an unchanged menu alone', async () => {
    const { world, service } = setUp();
    await service.update();
    await service.update();
    expect(world.shown).toHaveLength(1);
    world.unlocked = false;
    await service.update();
    expect(JSON.stringify(world.shown.at(-1))).not.toContain('Name a');
  });
  it('ends with the newest state when asked many times at once', async () => {
    const { world, service } = setUp();
    const first = service.update();
    world.unlocked = false;
    await Promise.all([first, service.update(), service.update()]);
    expect(world.shown.at(-1)?.at(-1)?.title).toBe('contextUnlock');
  });
  it('D7: names nothing of what a private window visits', async () => {
    const { world, service } = setUp(true);
    await service.update();
    expect(JSON.stringify(world.shown)).not.toContain('Name a');
  });
});
