import { describe, expect, it } from 'vitest';
import { createOpenAndFill } from '../../../../src/background/fill/open-and-fill.ts';
import { AppError, type ErrorCode } from '../../../../src/model/error.ts';
import { memoryText } from '../../../support/memory-text.ts';

const row = { id: 'item', shortcutId: null };

function setUp() {
  const world = {
    now: 1_000,
    url: 'about:blank' as string | null,
    closed: false,
    opened: [] as string[],
    refusal: 'no-field' as ErrorCode | null,
    filled: 0,
    reports: [] as (ErrorCode | null)[],
    stored: memoryText(),
    /** Between two looks of the worker. */
    pause: async (): Promise<void> => undefined,
  };
  const wake = () =>
    createOpenAndFill({
      stored: world.stored,
      fill: {
        surveyTab: async () => {
          if (world.refusal !== null) throw new AppError(world.refusal, 'no');
        },
        fillTab: async () => {
          world.filled += 1;
          return { filled: 2, troubles: [] };
        },
      },
      matches: async (_, pageUrl) => /^https:\/\/(\w+\.)?a\.test\//.test(pageUrl),
      tabExists: async () => !world.closed,
      findFrames: async () =>
        world.url === null
          ? []
          : [{ frameId: 0, parentFrameId: -1, documentId: 'D', url: world.url }],
      openTab: async (url) => {
        world.opened.push(url);
        return 7;
      },
      report: async (failure) => {
        world.reports.push(failure);
      },
      wait: () => world.pause(),
      now: () => world.now,
    });
  return { world, wake, visit: wake() };
}

async function started() {
  const all = setUp();
  // The worker's own looks between page events come never.
  all.world.pause = () => new Promise(() => undefined);
  await all.visit.start('https://a.test/login', row);
  // The first look of its own finds an empty tab.
  await new Promise((done) => setTimeout(done));
  return all;
}

describe('open and fill', () => {
  it('fills once, when the form has appeared', async () => {
    const { world, visit } = await started();
    expect(world.opened).toEqual(['https://a.test/login']);
    world.url = 'https://a.test/login';
    await visit.look(7);
    expect(world.filled).toBe(0);
    world.refusal = null;
    await Promise.all([visit.look(7), visit.look(7)]);
    await visit.look(7);
    expect(world.filled).toBe(1);
    expect(world.reports).toEqual([null]);
    expect(world.stored.value).toBe('');
  });

  it('looks by itself where no event tells of the form', async () => {
    const { world, visit } = setUp();
    let looks = 0;
    world.pause = async () => {
      looks += 1;
      world.url = 'https://a.test/login';
      if (looks === 3) world.refusal = null;
    };
    await visit.start('https://a.test/login', row);
    await expect.poll(() => world.filled).toBe(1);
    expect(looks).toBe(3);
  });

  it('goes on in another worker', async () => {
    const { world, wake } = await started();
    world.url = 'https://a.test/login';
    world.refusal = null;
    await wake().look(7);
    expect(world.filled).toBe(1);
  });

  it('follows a redirect, and no way to another site after that', async () => {
    const { world, visit } = await started();
    world.url = 'https://login.a.test/';
    await visit.look(7);
    world.url = 'https://evil.test/';
    await visit.look(7);
    world.url = 'https://login.a.test/';
    world.refusal = null;
    await visit.look(7);
    expect(world.filled).toBe(0);
    expect(world.reports).toEqual([]);
  });

  it('goes on where a script leads to another host of the item', async () => {
    const { world, visit } = await started();
    world.url = 'https://a.test/';
    await visit.look(7);
    world.url = 'https://login.a.test/';
    await visit.look(7);
    world.url = 'https://sso.a.test/';
    world.refusal = null;
    await visit.look(7);
    expect(world.filled).toBe(1);
  });

  it('waits for a tab that has no frame yet', async () => {
    const { world, visit } = await started();
    world.url = null;
    await visit.look(7);
    world.url = 'https://a.test/login';
    world.refusal = null;
    await visit.look(7);
    expect(world.filled).toBe(1);
  });

  it('is no business of another tab', async () => {
    const { world, visit } = await started();
    world.url = 'https://a.test/login';
    world.refusal = null;
    await visit.look(8);
    expect(world.filled).toBe(0);
  });

  it.each(['no-match', 'forbidden', 'locked', 'address-changed'] as const)(
    'ends with a report where the answer is %s',
    async (code) => {
      const { world, visit } = await started();
      world.url = 'https://a.test/login';
      world.refusal = code;
      await visit.look(7);
      world.refusal = null;
      await visit.look(7);
      expect(world.filled).toBe(0);
      expect(world.reports).toEqual([code]);
    },
  );

  it('ends after a minute, and with the tab', async () => {
    const late = await started();
    late.world.url = 'https://a.test/login';
    late.world.now += 60_001;
    late.world.refusal = null;
    await late.visit.look(7);
    expect(late.world.filled).toBe(0);
    expect(late.world.reports).toEqual(['no-field']);
    const closed = await started();
    closed.world.closed = true;
    await closed.visit.look(7);
    expect(closed.world.stored.value).toBe('');
  });

  it('opens nothing but web pages, and forgets what is garbled', async () => {
    const { world, visit } = setUp();
    await expect(visit.start('javascript:alert(1)', row)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(world.opened).toEqual([]);
    world.stored.value = '[{"tabId":7}]';
    await visit.look(7);
    expect(world.filled).toBe(0);
  });
});
