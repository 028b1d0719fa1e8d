import { describe, expect, it } from 'vitest';
import { createFirstScreen } from '../../../src/background/first-screen.ts';
import { pageOf, parseFirstScreen } from '../../../src/protocol/first-screen.ts';
import type { FindAnswer } from '../../../src/protocol/list-calls.ts';
import type { Status } from '../../../src/protocol/session-calls.ts';
import { memoryText } from '../../support/memory-text.ts';

const index = { phase: 'ready', vaultsDone: 1, vaultsTotal: 1, items: 1, refreshedAt: 1 } as const;
const unlocked: Status = { state: 'unlocked', host: 'pw.test', user: 'Ada', index };
const locked: Status = {
  state: 'locked',
  host: 'pw.test',
  user: 'Ada',
  secret: 'master-password',
  pinTries: null,
  passkey: '',
  reason: null,
};
const answer: FindAnswer = { rows: [], matching: 0, total: 1, site: 'a.test', sections: [], index };

function setUp() {
  const world = {
    stored: memoryText(),
    writes: 0,
    status: unlocked as Status,
    tab: { id: 1, url: 'https://a.test/login?next=secret', incognito: false },
    answer,
    broken: false,
  };
  const set = world.stored.set.bind(world.stored);
  world.stored.set = async (text) => {
    world.writes += 1;
    if (world.broken) throw new Error('QUOTA_BYTES quota exceeded');
    await set(text);
  };
  const service = createFirstScreen({
    stored: world.stored,
    findCurrentTab: async () => world.tab,
    status: async () => world.status,
    find: async () => world.answer,
  });
  return { world, service };
}

describe('the first screen', () => {
  it('is what the worker would answer for the tab, under its origin alone', async () => {
    const { world, service } = setUp();
    await service.update();
    expect(parseFirstScreen(world.stored.value)).toEqual({
      page: 'https://a.test',
      status: unlocked,
      answer,
    });
    expect(world.stored.value).not.toContain('next=secret');
  });
  it('is written once while nothing changes', async () => {
    const { world, service } = setUp();
    await Promise.all([service.update(), service.update(), service.update()]);
    await service.update();
    expect(world.writes).toBe(1);
  });
  it.each([
    ['the vault is locked', { status: locked }],
    ['there is nothing to list', { answer: { ...answer, total: 0 } }],
    ['the window is private', { tab: { id: 1, url: 'https://a.test/', incognito: true } }],
  ])('goes where %s', async (_, change) => {
    const { world, service } = setUp();
    await service.update();
    Object.assign(world, change);
    await service.update();
    expect(world.stored.value).toBe('');
  });
  it('does not come back after a lock that met it half-way', async () => {
    const { world, service } = setUp();
    let go: () => void = () => undefined;
    const set = world.stored.set;
    world.stored.set = async (text) => {
      await new Promise<void>((later) => {
        go = later;
      });
      await set(text);
    };
    const writing = service.update();
    await new Promise((later) => setTimeout(later));
    world.status = locked;
    await service.clear();
    go();
    await writing;
    expect(world.stored.value).toBe('');
  });
  it('goes rather than stay old where storage.session is full', async () => {
    const { world, service } = setUp();
    await service.update();
    world.broken = true;
    world.answer = { ...answer, total: 2 };
    await expect(service.update()).resolves.toBeUndefined();
    expect(world.stored.value).toBe('');
  });
});

describe('the page of a first screen', () => {
  it.each([
    ['https://a.test:8443/x?y#z', 'https://a.test:8443'],
    ['http://a.test', 'http://a.test'],
    ['chrome://newtab/', ''],
    ['chrome-extension://abc/popup.html', ''],
    ['', ''],
    ['no address', ''],
  ])('%j is %j', (url, page) => {
    expect(pageOf(url)).toBe(page);
  });
});
