import { describe, expect, it } from 'vitest';
import { chunk, createLister } from '../../../src/popup/screens/browse/lister.ts';
import type { BrowseAnswer, BrowseRequest } from '../../../src/protocol/list-calls.ts';
import type { Result } from '../../../src/protocol/result.ts';
import { browsed, manyRows } from '../../gallery/data.ts';
import { ready } from '../../gallery/scene.ts';

const all = manyRows(200);
const place = { vaultId: 'v', folderId: null };

/** A worker that answers when the test says so. */
function setUp() {
  const asked: { request: BrowseRequest; answer: (failure?: 'offline') => Promise<void> }[] = [];
  const lister = createLister(
    (request) =>
      new Promise<Result<BrowseAnswer>>((resolve) => {
        const rows = all.slice(request.offset, request.offset + request.limit);
        const value = { ...browsed, rows, total: all.length, index: ready };
        asked.push({
          request,
          answer: async (failure) => {
            resolve(failure ? { ok: false, error: { code: failure } } : { ok: true, value });
            await new Promise((done) => setImmediate(done));
          },
        });
      }),
  );
  return { lister, asked };
}

describe('a folder', () => {
  it('is asked for page by page, each once', async () => {
    const { lister, asked } = setUp();
    void lister.open(place, 'name');
    await asked[0]?.answer();
    expect(lister.found.value?.rows.size).toBe(chunk);
    lister.need(40, 60);
    lister.need(45, 70);
    lister.need(-3, 10);
    expect(asked.map(({ request }) => request.offset)).toEqual([0, 50]);
    await asked[1]?.answer();
    expect(lister.found.value?.rows.get(60)?.id).toBe('item-60');
  });

  it('is shown as it is now, not as it was asked for before', async () => {
    const { lister, asked } = setUp();
    void lister.open(place, 'name');
    void lister.open({ ...place, folderId: 'f' }, 'used');
    await asked[1]?.answer();
    expect(lister.found.value).not.toBeNull();
    await asked[0]?.answer('offline');
    expect(lister.problem.value).toBeNull();
    expect(asked[1]?.request).toMatchObject({ folderId: 'f', sort: 'used', offset: 0 });
  });

  it('says why it could not be shown, and can be asked again', async () => {
    const { lister, asked } = setUp();
    void lister.open(place, 'name');
    await asked[0]?.answer('offline');
    expect(lister.problem.value).toBe('offline');
    expect(lister.found.value).toBeNull();
    void lister.open(place, 'name');
    await asked[1]?.answer();
    expect(lister.problem.value).toBeNull();
  });

  it('keeps what it shows while it is sorted anew', async () => {
    const { lister, asked } = setUp();
    void lister.open(place, 'name');
    await asked[0]?.answer();
    void lister.open(place, 'changed');
    expect(lister.found.value).not.toBeNull();
    lister.forget();
    expect(lister.found.value).toBeNull();
    await asked[1]?.answer();
    expect(lister.found.value).toBeNull();
  });
});
