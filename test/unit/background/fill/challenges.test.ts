import { describe, expect, it } from 'vitest';
import { createAuthoriser } from '../../../../src/background/fill/authorise.ts';
import { createChallenges } from '../../../../src/background/fill/challenges.ts';
import { createRealms } from '../../../../src/background/fill/realms.ts';
import type { OpenedItem } from '../../../../src/model/item.ts';
import type { Policy } from '../../../../src/model/policy.ts';
import type { HttpChallenge } from '../../../../src/platform/challenges.ts';
import type { ItemRow } from '../../../../src/protocol/list-calls.ts';
import { memoryText } from '../../../support/memory-text.ts';

const row = (id: string) => ({ id, shortcutId: null, name: id, login: id }) as unknown as ItemRow;
const basic: HttpChallenge = {
  requestId: '1',
  tabId: 1,
  frameId: 0,
  url: 'https://nas.test:8443/files?q=1',
  scheme: 'basic',
  realm: 'Lab',
  challenger: 'nas.test:8443',
  isProxy: false,
  isActive: true,
};

/** Everything says yes; the window that asks is `asked`. */
function setUp() {
  const world = {
    wanted: true,
    open: true,
    speaks: true,
    inFront: true,
    isPrivate: false,
    canOpen: true,
    rows: [row('mine'), row('other')],
    policy: {} as Policy,
    /** What happens while an item is being opened. */
    meanwhile: (): void => undefined,
    above: 'https://nas.test:8443/',
    asked: [] as string[],
    closed: [] as number[],
    used: [] as string[],
    timers: [] as (() => void)[],
    disk: '',
    heard: memoryText(),
  };
  const realms = createRealms({
    read: async () => world.disk,
    write: async (_, text) => {
      world.disk = text;
    },
  });
  const authoriser = createAuthoriser({
    matches: async ({ id }, url) =>
      world.rows.some((each) => each.id === id) && new URL(url).host === 'nas.test:8443',
    isOwnServer: async () => false,
    knowsAddress: async ({ id }) => id !== 'moved',
    policy: async () => world.policy,
    findFrames: async () => [
      { frameId: 0, parentFrameId: -1, documentId: '', url: world.above },
      { frameId: 7, parentFrameId: 0, documentId: '', url: 'about:blank' },
    ],
  });
  const start = () =>
    createChallenges({
      wanted: async () => world.wanted,
      isOpen: async () => world.open,
      maySpeak: async () => world.speaks,
      itemsOf: async () => world.rows,
      realms: async () => realms,
      authoriser,
      open: async ({ ref }) => {
        world.meanwhile();
        return { login: ref.id, password: `${ref.id}-secret` } as OpenedItem;
      },
      noteUse: async (id) => {
        world.used.push(id);
      },
      isPrivate: async () => world.isPrivate,
      isInFront: async () => world.inFront,
      openWindow: async (id) => {
        if (!world.canOpen) throw new Error('no window');
        world.asked.push(id);
        return 40 + world.asked.length;
      },
      closeWindow: (id) => {
        world.closed.push(id);
      },
      heard: world.heard,
      later: (act) => {
        world.timers.push(act);
      },
      now: () => 0,
    });
  return { world, realms, start, challenges: start() };
}

/** Waits until a question stands, and names it. */
async function asked(world: { readonly asked: readonly string[] }, before = 0): Promise<string> {
  await expect.poll(() => world.asked.length).toBe(before + 1);
  return world.asked[before] ?? '';
}

const mine = { id: 'mine', shortcutId: null };
const login = { username: 'mine', password: 'mine-secret' };

describe('a challenge', () => {
  it('is answered after a yes, and its window goes', async () => {
    const { world, challenges } = setUp();
    const answer = challenges.answer(basic);
    const id = await asked(world);
    expect(challenges.question(id)).toMatchObject({
      site: 'nas.test:8443',
      realm: 'Lab',
      exposed: false,
      rows: [{ id: 'mine' }, { id: 'other' }],
    });
    expect(JSON.stringify(challenges.question(id))).not.toContain('secret');
    await challenges.use(id, mine, false);
    expect(await answer).toEqual(login);
    expect(world).toMatchObject({ closed: [41], used: ['mine'], disk: '' });
    expect(challenges.question(id)).toBeNull();
    await expect(challenges.use(id, mine, false)).rejects.toMatchObject({ code: 'moved-on' });
  });

  it('is answered at once where it is remembered, also in the background', async () => {
    const { world, challenges } = setUp();
    const answer = challenges.answer(basic);
    await challenges.use(await asked(world), mine, true);
    await answer;
    world.inFront = false;
    expect(await challenges.answer({ ...basic, requestId: '2' })).toEqual(login);
    // Another realm, another port of the same host: another question, for which the tab must be seen.
    expect(await challenges.answer({ ...basic, requestId: '3', realm: 'lab' })).toBeNull();
    const url = 'https://nas.test/';
    const elsewhere = { ...basic, requestId: '4', url, challenger: 'nas.test:443' };
    expect(await challenges.answer(elsewhere)).toBeNull();
  });

  it('is never answered twice, and a remembered answer that was wrong is forgotten', async () => {
    const { world, realms, challenges, start } = setUp();
    await realms.remember({ origin: 'https://nas.test:8443', realm: 'Lab' }, mine);
    expect(await challenges.answer(basic)).toEqual(login);
    // The worker was stopped meanwhile.
    expect(await start().answer(basic)).toBeNull();
    expect(await realms.list()).toEqual([]);
    expect(world.asked).toEqual([]);
    expect(await challenges.answer(basic)).toBeNull();
  });

  it('of another realm to which the request was redirected is left, and what is remembered there stays', async () => {
    const { realms, challenges } = setUp();
    const origin = 'https://nas.test:8443';
    await realms.remember({ origin, realm: 'Lab' }, mine);
    await realms.remember({ origin, realm: 'Archive' }, mine);
    expect(await challenges.answer(basic)).toEqual(login);
    expect(await challenges.answer({ ...basic, realm: 'Archive' })).toBeNull();
    expect(await realms.list()).toHaveLength(2);
    expect(await challenges.answer({ ...basic, requestId: '2', realm: 'Archive' })).toEqual(login);
  });

  it('that was left to the browser does not take away what is remembered', async () => {
    const { world, realms, challenges } = setUp();
    await realms.remember({ origin: 'https://nas.test:8443', realm: 'Lab' }, mine);
    world.open = false;
    expect(await challenges.answer(basic)).toBeNull();
    world.open = true;
    expect(await challenges.answer(basic)).toBeNull();
    expect(await realms.list()).toHaveLength(1);
  });

  it.each([
    ['by a proxy', { isProxy: true }],
    ['for a document that is loaded in advance', { isActive: false }],
    ['outside of a tab', { tabId: -1 }],
    ['in another scheme', { scheme: 'negotiate' }],
    ['in the name of another host', { challenger: 'evil.test:8443' }],
    ['in the name of another port', { challenger: 'nas.test:443' }],
    ['with an endless realm', { realm: 'x'.repeat(501) }],
    ['for what is no web page', { url: 'ftp://nas.test:8443/' }],
    ['garbled', { url: 'nas', challenger: '::1:80' }],
  ])('%s is left to the browser', async (_, changed) => {
    const { world, realms, challenges } = setUp();
    await realms.remember({ origin: 'https://nas.test:8443', realm: 'Lab' }, mine);
    expect(await challenges.answer({ ...basic, ...changed })).toBeNull();
    expect(world.asked).toEqual([]);
  });

  it.each([
    ['it is switched off', { wanted: false }],
    ['the vault is locked', { open: false }],
    ['the site is to be silent', { speaks: false }],
    ['nothing is kept for it', { rows: [] }],
    ['the address of the only item is new', { rows: [row('moved')] }],
    ['the policy leaves the site out', { policy: { ignoredSites: ['nas.test'] } }],
    ['the policy names other sites', { policy: { fillSites: ['intranet.test'] } }],
    ['the tab is not in front', { inFront: false }],
    ['no window opens', { canOpen: false }],
  ])('is left to the browser where %s', async (_, changed) => {
    const { world, challenges } = setUp();
    Object.assign(world, changed);
    expect(await challenges.answer(basic)).toBeNull();
    expect(world.asked).toEqual([]);
  });

  it('F3 F4: of a frame in a foreign page is left to the browser', async () => {
    const { world, realms, challenges } = setUp();
    await realms.remember({ origin: 'https://nas.test:8443', realm: 'Lab' }, mine);
    world.above = 'https://evil.test/';
    expect(await challenges.answer({ ...basic, frameId: 7 })).toBeNull();
    world.above = 'https://nas.test:8443/';
    expect(await challenges.answer({ ...basic, requestId: '2', frameId: 7 })).toEqual(login);
  });

  it.each([
    ['no', (it: ReturnType<typeof setUp>, id: string) => it.challenges.leave(id)],
    ['the closed window', (it: ReturnType<typeof setUp>) => it.challenges.closed({ windowId: 41 })],
    ['the closed tab', (it: ReturnType<typeof setUp>) => it.challenges.closed({ tabId: 1 })],
    ['a lock', (it: ReturnType<typeof setUp>) => it.challenges.leaveAll()],
    ['the time', (it: ReturnType<typeof setUp>) => it.world.timers[0]?.()],
  ])('is left to the browser after %s', async (_, end) => {
    const it = setUp();
    const answer = it.challenges.answer(basic);
    const id = await asked(it.world);
    it.challenges.closed({ windowId: 12 });
    it.challenges.closed({ tabId: 12 });
    expect(it.challenges.question(id)).not.toBeNull();
    end(it, id);
    expect(await answer).toBeNull();
    expect(it.challenges.question(id)).toBeNull();
    expect(it.world.closed).toEqual([41]);
    await expect(it.challenges.use(id, mine, true)).rejects.toMatchObject({ code: 'moved-on' });
    expect(it.world.disk).toBe('');
  });

  it('is left to the browser where what was heard cannot be read', async () => {
    const { world, challenges } = setUp();
    world.heard.value = '{';
    expect(await challenges.answer(basic)).toBeNull();
  });

  it('D7: of a private window is answered, and nothing of it is kept', async () => {
    const { world, challenges } = setUp();
    world.isPrivate = true;
    const answer = challenges.answer(basic);
    const id = await asked(world);
    expect(challenges.question(id)).toMatchObject({ mayRemember: false });
    await challenges.use(id, mine, true);
    expect(await answer).toEqual(login);
    expect(world.disk).toBe('');
  });

  it('asks one thing at a time in a tab', async () => {
    const { world, challenges } = setUp();
    void challenges.answer(basic);
    await asked(world);
    expect(await challenges.answer({ ...basic, requestId: '2', realm: 'Other' })).toBeNull();
    void challenges.answer({ ...basic, requestId: '3', tabId: 2 });
    await asked(world, 1);
  });

  it('gets no item that was not asked about, and none that may no longer go there', async () => {
    const { world, challenges } = setUp();
    const answer = challenges.answer(basic);
    const id = await asked(world);
    const foreign = { id: 'mine', shortcutId: 'shortcut' };
    await expect(challenges.use(id, foreign, false)).rejects.toMatchObject({ code: 'refused' });
    world.meanwhile = () => {
      world.policy = { ignoredSites: ['nas.test'] };
    };
    await expect(challenges.use(id, mine, true)).rejects.toMatchObject({ code: 'forbidden' });
    expect(world).toMatchObject({ used: [], disk: '' });
    // It still waits: the person may choose another, or none.
    challenges.leave(id);
    expect(await answer).toBeNull();
  });
});
