import { describe, expect, it } from 'vitest';
import { chunk, createFinder } from '../../../../src/popup/screens/home/finder.ts';
import type { FindAnswer, FindRequest, IndexState } from '../../../../src/protocol/list-calls.ts';
import type { Result } from '../../../../src/protocol/result.ts';
import { manyRows } from '../../../gallery/data.ts';

const index: IndexState = {
  phase: 'ready',
  vaultsDone: 1,
  vaultsTotal: 1,
  items: 500,
  refreshedAt: 1,
};
const all = manyRows(500);

/** A worker whose answers come when the test says so, in the order it says. */
function setUp() {
  const asked: {
    request: FindRequest;
    answer: (result?: Partial<FindAnswer> | 'offline') => Promise<void>;
  }[] = [];
  const timers: (() => void)[] = [];
  const finder = createFinder({
    find: (request) =>
      new Promise<Result<FindAnswer>>((resolve) => {
        const { offset, limit } = request;
        const rows = all.slice(offset, offset + limit);
        const sections = [
          { kind: 'site', count: 2 },
          { kind: 'rest', count: all.length - 2 },
        ] as const;
        const answer = {
          rows,
          matching: 2,
          total: all.length,
          sections,
          site: 'github.com',
          index,
        };
        asked.push({
          request,
          answer: async (more = {}) => {
            resolve(
              more === 'offline'
                ? { ok: false, error: { code: 'offline' } }
                : { ok: true, value: { ...answer, ...more } },
            );
            await settled();
          },
        });
      }),
    tabId: async () => 7,
    later: (act) => timers.push(act),
  });
  return { finder, asked, timers };
}

/** All promises that were ready have run. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

function at<T>(list: readonly T[], place: number): T {
  const found = list.at(place);
  if (found === undefined) throw new Error(`nothing at ${place}`);
  return found;
}

describe('search', () => {
  it('asks for the first rows and names the tab', async () => {
    const { finder, asked } = setUp();
    void finder.search('git');
    await settled();
    expect(asked.map(({ request }) => request)).toEqual([
      { query: 'git', tabId: 7, offset: 0, limit: chunk },
    ]);
    await at(asked, 0).answer();
    expect(finder.found.value?.rows.size).toBe(chunk);
    expect(finder.found.value?.query).toBe('git');
  });

  it('never shows the answer of an earlier text', async () => {
    const { finder, asked } = setUp();
    void finder.search('g');
    await settled();
    void finder.search('gi');
    await settled();
    await at(asked, 1).answer({ total: 3 });
    await at(asked, 0).answer({ total: 99 });
    expect(finder.found.value).toMatchObject({ query: 'gi', total: 3 });
  });

  it('keeps the old list until the new one is there, and on a failure', async () => {
    const { finder, asked } = setUp();
    void finder.search('');
    await settled();
    await at(asked, 0).answer();
    void finder.search('x');
    await settled();
    expect(finder.found.value?.query).toBe('');
    await at(asked, 1).answer('offline');
    expect(finder.found.value?.total).toBe(500);
    expect(finder.problem.value).toBe('offline');
  });

  it('asks again while the index grows, and stops when another search begins', async () => {
    const { finder, asked, timers } = setUp();
    void finder.search('');
    await settled();
    await at(asked, 0).answer({ index: { ...index, phase: 'building' } });
    at(timers, 0)();
    await settled();
    expect(asked).toHaveLength(2);
    await at(asked, 1).answer({ index: { ...index, phase: 'building' } });
    void finder.search('other');
    await settled();
    at(timers, 1)();
    await settled();
    expect(asked).toHaveLength(3);
  });
});

describe('need', () => {
  it('asks once for the chunks in sight that are missing', async () => {
    const { finder, asked } = setUp();
    void finder.search('');
    await settled();
    await at(asked, 0).answer();
    finder.need(chunk * 3 + 1, chunk * 4 + 1);
    finder.need(chunk * 3 + 2, chunk * 4 + 2);
    await settled();
    expect(asked.slice(1).map(({ request }) => request.offset)).toEqual([chunk * 3, chunk * 4]);
    await at(asked, 1).answer();
    expect(finder.found.value?.rows.get(chunk * 3)?.id).toBe(`item-${chunk * 3}`);
  });

  it('starts over where the index changed between two chunks', async () => {
    const { finder, asked } = setUp();
    void finder.search('');
    await settled();
    await at(asked, 0).answer();
    finder.need(chunk * 2, chunk * 2);
    await settled();
    await at(asked, 1).answer({ total: 501 });
    expect(asked.slice(2).map(({ request }) => request.offset)).toEqual([0, chunk * 2]);
    await at(asked, 2).answer({ total: 501 });
    await at(asked, 3).answer({ total: 501 });
    expect(finder.found.value?.total).toBe(501);
    expect(finder.found.value?.rows.has(chunk * 2)).toBe(true);
  });

  it('asks again for a chunk that failed', async () => {
    const { finder, asked } = setUp();
    void finder.search('');
    await settled();
    await at(asked, 0).answer();
    finder.need(chunk, chunk);
    await settled();
    await at(asked, 1).answer('offline');
    finder.need(chunk, chunk);
    await settled();
    expect(asked).toHaveLength(3);
  });
});

describe('forget', () => {
  it('drops rows, ignores answers on their way, and keeps what is typed', async () => {
    const { finder, asked } = setUp();
    void finder.search('git');
    await settled();
    finder.forget();
    await at(asked, 0).answer();
    expect(finder.found.value).toBeNull();
    expect(finder.query.value).toBe('git');
  });
});
