import { describe, expect, it } from 'vitest';
import type { Via } from '../../../../src/model/via.ts';
import type { Left } from '../../../../src/protocol/capture-calls.ts';
import { place, typed, watchWorld } from './support.ts';

type World = ReturnType<typeof watchWorld>;

const states = async ({ candidates }: Pick<World, 'candidates'>) =>
  (await candidates.all()).map(({ kind, state, username, password }) => [
    kind,
    state,
    username,
    password,
  ]);
const offered = ['login', 'offered', 'marta', 'secret'];

describe('a login that was typed', () => {
  it('is offered once its document is gone and none asks again', async () => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    expect(await states(world)).toEqual([['login', 'typed', 'marta', 'secret']]);
    world.goTo('two');
    await world.watch.left(place, 'sent');
    expect(await states(world)).toEqual([offered]);
    expect(world.world.marks).toEqual([[1, true]]);
  });

  it('is offered when its form is gone from the document, and by no other document', async () => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    for (const other of [
      { ...place, documentId: 'two' },
      { ...place, origin: 'https://b.test' },
      { ...place, tabId: 2 },
      { ...place, frameId: 3 },
    ]) {
      await world.watch.worked(other);
    }
    expect(await states(world)).toEqual([['login', 'typed', 'marta', 'secret']]);
    await world.watch.worked(place);
    expect(await states(world)).toEqual([offered]);
  });

  it('is taken back where its form comes back, and offered once that is gone again', async () => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    await world.watch.worked(place);
    await world.watch.returned({ ...place, documentId: 'two' });
    expect(await states(world)).toEqual([offered]);
    await world.watch.returned(place);
    expect(await states(world)).toEqual([['login', 'typed', 'marta', 'secret']]);
    expect(world.world.marks.at(-1)).toEqual([1, false]);
    await world.watch.worked(place);
    expect(await states(world)).toEqual([offered]);
    // Later the user may have signed out.
    world.world.now += 60_000;
    await world.watch.returned(place);
    expect(await states(world)).toEqual([offered]);
  });

  it.each([
    ['form', undefined],
    ['page', 'offered'],
  ] as const)('answered by a page of errors that came by a %s', async (via, state) => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    await world.watch.begun({ ...place, documentId: 'two' }, via);
    world.goTo('two', { wrong: true });
    await world.watch.left(place, 'sent');
    expect((await world.candidates.all())[0]?.state).toBe(state);
  });

  it.each([{ login: true }, { failed: true }])(
    'is forgotten where the next document says %j, for good',
    async (stands) => {
      const world = watchWorld();
      await world.watch.typed(place, typed);
      world.goTo('two', stands);
      await world.watch.left(place, 'sent');
      world.goTo('three');
      await world.watch.loaded(1);
      expect(await states(world)).toEqual([]);
      expect(world.world.marks.some(([, on]) => on)).toBe(false);
    },
  );

  it('waits while the next document does not answer yet', async () => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    world.goTo('two');
    world.world.answers = false;
    await world.watch.left(place, 'sent');
    expect(await states(world)).toEqual([['login', 'typed', 'marta', 'secret']]);
    world.world.answers = true;
    await world.watch.loaded(1);
    expect(await states(world)).toEqual([offered]);
  });

  it('is taken back where a page that forwards ends at the form again, but not minutes later', async () => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    world.goTo('forwarding');
    await world.watch.left(place, 'sent');
    world.goTo('again', { login: true });
    await world.watch.loaded(1);
    expect(await states(world)).toEqual([]);
    expect(world.world.marks.at(-1)).toEqual([1, false]);

    const later = watchWorld();
    await later.watch.typed(place, typed);
    later.goTo('in');
    await later.watch.left(place, 'sent');
    later.world.now += 60_000;
    later.goTo('signed out', { login: true });
    await later.watch.loaded(1);
    expect(await states(later)).toEqual([offered]);
  });

  type Ending = { how?: Left; via?: Via; closed?: true };
  const endings: readonly (readonly [string, Ending, boolean])[] = [
    ['was sent, and nobody knows how the next one came', { how: 'sent' }, true],
    ['was sent, and the page went on', { how: 'sent', via: 'page' }, true],
    ['was sent as a form', { how: 'sent', via: 'form' }, true],
    ['was sent, and the user went elsewhere past the page', { how: 'sent', via: 'user' }, false],
    ['was not sent, and a link led away', { how: 'unsent', via: 'page' }, false],
    ['was sent by a script as a form, by no act of the user', { how: 'unsent', via: 'form' }, true],
    ['was not sent, and the tab was closed', { how: 'unsent', closed: true }, false],
    ['was sent from a window that closed itself', { how: 'sent', closed: true }, true],
    ['stood there after the answer, and the tab was closed', { how: 'stood', closed: true }, false],
    [
      'stood there after the answer, and the page went on at last',
      { how: 'stood', via: 'page' },
      true,
    ],
    ['is gone without a word', { via: 'page' }, true],
  ];
  it.each(endings)('that %s', async (_, { how, via, closed }, isOffered) => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    world.goTo('two');
    if (closed) world.world.frames = [];
    // In whichever order the browser tells it.
    if (how === 'sent' && via) await world.watch.begun({ ...place, documentId: 'two' }, via);
    const left = how && world.watch.left(place, how);
    if (how !== 'sent' && via) await world.watch.begun({ ...place, documentId: 'two' }, via);
    await left;
    await world.watch.loaded(1);
    expect(await states(world)).toEqual(isOffered ? [offered] : []);
  });

  it('is told by what followed at once, not by where the user goes from there', async () => {
    const world = watchWorld();
    await world.watch.begun(place, 'user');
    await world.watch.typed(place, typed);
    await world.watch.begun({ ...place, documentId: 'two' }, 'form');
    await world.watch.begun({ ...place, documentId: 'three' }, 'user');
    world.goTo('three');
    await world.watch.left(place, 'sent');
    expect(await states(world)).toEqual([offered]);
  });

  it('that is read when its document has given way already is told by that, too', async () => {
    const world = watchWorld();
    await world.watch.begun({ ...place, documentId: 'two' }, 'form');
    world.goTo('two');
    const read = world.watch.typed(place, typed);
    await Promise.all([read, world.watch.left(place, 'unsent')]);
    expect(await states(world)).toEqual([offered]);
  });

  const repeated = { fresh: true, thanked: true };
  it.each([
    ['a change of password', { kind: 'change', username: '' }, repeated, 'offered'],
    ['a new password without a name', { kind: 'new', username: '' }, repeated, 'offered'],
    ['a change that was refused', { kind: 'change', username: '' }, { fresh: true }, undefined],
    ['a sign-up', { kind: 'new' }, repeated, undefined],
  ] as const)('of %s, by the same form once more', async (_, some, stands, state) => {
    const world = watchWorld();
    await world.watch.typed(place, { ...typed, ...some });
    world.goTo('two', stands);
    await world.watch.left(place, 'sent');
    expect((await world.candidates.all())[0]?.state).toBe(state);
  });

  it('that a lock has overtaken is gone', async () => {
    const world = watchWorld();
    world.world.locksNext = true;
    await world.watch.typed(place, typed);
    expect(world.stored.value).toBe('');
    expect(await states(world)).toEqual([]);
  });

  it('is not doubted for a wrong code after the password', async () => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    world.goTo('code');
    await world.watch.left(place, 'sent');
    world.goTo('wrong code', { failed: true });
    await world.watch.loaded(1);
    expect(await states(world)).toEqual([offered]);
  });

  it('takes the name of the step before, and only within its time', async () => {
    const world = watchWorld();
    const step = { ...typed, kind: 'step', password: '' } as const;
    await world.watch.typed(place, step);
    await world.watch.typed({ ...place, documentId: 'two' }, { ...typed, username: '' });
    expect(await states(world)).toEqual([['login', 'typed', 'marta', 'secret']]);

    const late = watchWorld();
    await late.watch.typed(place, step);
    late.world.now += 11 * 60_000;
    await late.watch.typed(place, { ...typed, username: '' });
    expect(await states(late)).toEqual([['login', 'typed', '', 'secret']]);
  });

  it('survives the death of the worker', async () => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    world.goTo('two');
    const next = world.restart();
    await next.watch.loaded(1);
    expect(await states(next)).toEqual([offered]);
  });

  it('is not kept where nothing may be, nor where it came from the vault', async () => {
    const world = watchWorld();
    world.world.mayKeep = false;
    await world.watch.typed(place, typed);
    expect(world.stored.value).toBe('');

    world.world.mayKeep = true;
    await world.known.note(place.origin, 'secret', 'marta');
    await world.watch.typed(place, typed);
    expect(world.stored.value).toBe('');
    expect(world.knownStored.value).not.toContain('secret');
    // So is what the vault has under another spelling of the name, and what somebody else has is not.
    for (const username of ['Marta', 'marta@a.test', '']) {
      await world.watch.typed(place, { ...typed, username });
      expect(await states(world)).toEqual([]);
    }
    await world.watch.typed(place, { ...typed, username: 'otto' });
    expect(await states(world)).toHaveLength(1);
    // The same password on another site is another thing.
    await world.watch.typed({ ...place, origin: 'https://b.test' }, typed);
    expect(await states(world)).toHaveLength(1);
  });

  it.each([
    ['marta@a.test', 'marta', true],
    ['marta@a.test', 'marta@b.test', false],
    ['marta', 'MARTA@b.test', true],
    ['', 'whoever', true],
    ['marta', 'otto', false],
  ])('with the login %j in the vault, typed as %j', async (kept, asked, isKnown) => {
    const { known } = watchWorld();
    await known.note('https://a.test', 'secret', kept);
    expect(await known.has('https://a.test', 'secret', asked)).toBe(isKnown);
    expect(await known.has('https://a.test', 'another', asked)).toBe(false);
  });

  it('takes the mark off the tab whose question it answers', async () => {
    const { watch, world } = watchWorld();
    const other = { ...place, tabId: 2 };
    for (const where of [place, other]) {
      await watch.typed(where, typed);
      await watch.worked(where);
    }
    expect(world.marks).toEqual([
      [1, true],
      [2, true],
      [1, false],
    ]);
  });

  it('takes the place of what was asked for the same login, and no site pushes out another', async () => {
    const world = watchWorld();
    const log = async (origin: string, username: string, password: string) => {
      await world.watch.typed({ ...place, origin }, { ...typed, username, password });
      await world.watch.worked({ ...place, origin });
    };
    await log('https://b.test', 'otto', 'one');
    await log('https://a.test', 'marta', 'one');
    await log('https://a.test', 'marta', 'two');
    for (let count = 0; count < 20; count++) await log('https://a.test', `user ${count}`, 'x');
    const all = await world.candidates.all();
    expect(all.filter(({ origin }) => origin === 'https://b.test')).toHaveLength(1);
    expect(all.filter(({ origin }) => origin === 'https://a.test')).toHaveLength(3);
  });

  it('with a generated password is kept though the form comes again', async () => {
    const world = watchWorld();
    await world.watch.typed(place, { ...typed, kind: 'new', generated: true });
    world.goTo('again', { fresh: true });
    await world.watch.left(place, 'sent');
    expect(await states(world)).toEqual([['new', 'typed', 'marta', 'secret']]);
  });
});

describe('a stored list that is garbled', () => {
  it.each(['{', '[]x', '[{"id":1}]', 'null'])('%j counts as empty', async (text) => {
    const world = watchWorld();
    world.stored.value = text;
    expect(await world.restart().candidates.all()).toEqual([]);
  });
});
