import { describe, expect, it } from 'vitest';
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
    await world.watch.left(place);
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

  it.each([{ login: true }, { failed: true }])(
    'is forgotten where the next document says %j, for good',
    async (stands) => {
      const world = watchWorld();
      await world.watch.typed(place, typed);
      world.goTo('two', stands);
      await world.watch.left(place);
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
    await world.watch.left(place);
    expect(await states(world)).toEqual([['login', 'typed', 'marta', 'secret']]);
    world.world.answers = true;
    await world.watch.loaded(1);
    expect(await states(world)).toEqual([offered]);
  });

  it('is taken back where a page that forwards ends at the form again, but not minutes later', async () => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    world.goTo('forwarding');
    await world.watch.left(place);
    world.goTo('again', { login: true });
    await world.watch.loaded(1);
    expect(await states(world)).toEqual([]);
    expect(world.world.marks.at(-1)).toEqual([1, false]);

    const later = watchWorld();
    await later.watch.typed(place, typed);
    later.goTo('in');
    await later.watch.left(place);
    later.world.now += 60_000;
    later.goTo('signed out', { login: true });
    await later.watch.loaded(1);
    expect(await states(later)).toEqual([offered]);
  });

  it('is not doubted for a wrong code after the password', async () => {
    const world = watchWorld();
    await world.watch.typed(place, typed);
    world.goTo('code');
    await world.watch.left(place);
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
    await world.known.note(place.origin, 'secret');
    await world.watch.typed(place, typed);
    expect(world.stored.value).toBe('');
    expect(world.knownStored.value).not.toContain('secret');
    // The same password on another site is another thing.
    await world.watch.typed({ ...place, origin: 'https://b.test' }, typed);
    expect(await states(world)).toHaveLength(1);
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
    await world.watch.left(place);
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
