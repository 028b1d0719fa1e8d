import { describe, expect, it } from 'vitest';
import { createOmniboxHandler } from '../../../../src/background/handlers/omnibox.ts';
import type { ItemRow } from '../../../../src/protocol/list-calls.ts';
import { readMark } from '../../../../src/protocol/open-mark.ts';

const row = (id: string, more: Partial<ItemRow> = {}): ItemRow => ({
  id,
  shortcutId: null,
  name: 'R&D <router>',
  login: 'secret-login',
  host: 'a.test',
  colour: 0,
  favourite: false,
  path: ['Vault'],
  ...more,
});

function setUp() {
  const world = { state: 'open' as 'off' | 'locked' | 'open', asked: [] as string[] };
  const opened: string[] = [];
  const handler = createOmniboxHandler({
    ready: async () => world.state,
    find: async (query) => {
      world.asked.push(query);
      return [row('1'), row('1', { shortcutId: 's' }), row('2', { name: '' })];
    },
    openAt: async (mark) => opened.push(mark),
    text: (key) => key,
  });
  return { world, opened, handler };
}

describe('the keyword in the address bar', () => {
  it('suggests names and nothing else', async () => {
    const { handler } = setUp();
    const { suggestions } = await handler.suggest(' rou ');
    expect(suggestions.map(({ description }) => description)).toEqual([
      'R&D <router>',
      'R&D <router>',
      'a.test',
    ]);
    expect(JSON.stringify(suggestions)).not.toMatch(/secret-login|Vault/);
    expect(new Set(suggestions.map(({ content }) => content)).size).toBe(3);
  });

  it('opens what was chosen, and searches for what was typed', async () => {
    const { handler, opened } = setUp();
    const { suggestions } = await handler.suggest('rou');
    for (const { content } of suggestions) await handler.choose(content);
    await handler.choose('router [item:');
    expect(opened.map(readMark)).toEqual([
      { show: 'item', ref: { kind: 'item', id: '1' } },
      { show: 'item', ref: { kind: 'shortcut', id: 's' } },
      { show: 'item', ref: { kind: 'item', id: '2' } },
      { show: 'search', query: 'router [item:' },
    ]);
  });

  it.each(['locked', 'off'] as const)('names nothing while %s', async (state) => {
    const { world, handler, opened } = setUp();
    world.state = state;
    expect((await handler.suggest('rou')).suggestions).toEqual([]);
    expect(world.asked).toEqual([]);
    await handler.choose('rou');
    expect(opened).toHaveLength(state === 'off' ? 0 : 1);
  });

  it('asks for nothing while nothing is typed', async () => {
    const { world, handler } = setUp();
    await handler.suggest('  ');
    expect(world.asked).toEqual([]);
  });
});

describe('readMark', () => {
  it.each([
    '',
    '?tab=7',
    '?open=',
    '?open=vault:1',
    '?open=item:',
    `?open=item:${'x'.repeat(200)}`,
  ])('finds nothing in %j', (search) => {
    expect(readMark(search)).toBeNull();
  });
  it('cuts what is too long to be a query', () => {
    expect(readMark(`?find=${'x'.repeat(900)}`)).toEqual({
      show: 'search',
      query: 'x'.repeat(200),
    });
  });
});
