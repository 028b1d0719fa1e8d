import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';

it('an early question is the one that would be put later, and its answer is taken once', async () => {
  const asked: unknown[] = [];
  const answer = async (request: unknown) => {
    asked.push(request);
    return request;
  };
  const chrome = {
    runtime: { id: 'ours' },
    storage: { session: { get: answer } },
    tabs: { query: answer, getCurrent: () => answer('own') },
  };
  vi.stubGlobal('chrome', chrome);
  vi.stubGlobal('browser', chrome);
  // As the page runs it: a script of its own, before all others.
  new Function(readFileSync('public/early.js', 'utf8'))();
  const early = asked.splice(0);
  const { readOpening } = await import('../../../src/platform/storage.ts');
  const { findCurrentTab } = await import('../../../src/platform/tabs.ts');
  const { isInTab } = await import('../../../src/platform/own-page.ts');
  const ask = async () => {
    await readOpening();
    await findCurrentTab().catch(() => null);
    await isInTab();
    return asked.splice(0);
  };
  expect(await ask()).toEqual([]);
  const later = await ask();
  expect(early).toHaveLength(3);
  expect(later[0]).toEqual({ view: '', 'first-screen': '', deadline: '' });
  expect(early[0]).toEqual(Object.keys(later[0] as object));
  expect(early.slice(1)).toEqual(later.slice(1));
});
