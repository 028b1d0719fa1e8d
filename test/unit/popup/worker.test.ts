import { afterEach, expect, test, vi } from 'vitest';
import { call } from '../../../src/popup/worker.ts';

afterEach(() => vi.unstubAllGlobals());

/** A worker that dies under the first `deaths` messages; gives the names of the calls it was sent. */
function workerThatDies(deaths: number): string[] {
  const heard: string[] = [];
  vi.stubGlobal('chrome', {
    runtime: {
      sendMessage: async (message: { call: string }) => {
        heard.push(message.call);
        if (heard.length <= deaths) throw new Error('The message port closed');
        return { ok: true, value: null };
      },
    },
  });
  return heard;
}

test('a question is put to the next worker where one died over it', async () => {
  const heard = workerThatDies(1);
  expect(await call('status', {})).toEqual({ ok: true, value: null });
  expect(heard).toEqual(['status', 'status']);
});

test('a question is not put a third time', async () => {
  const heard = workerThatDies(2);
  expect(await call('facets', {})).toEqual({ ok: false, error: { code: 'internal' } });
  expect(heard).toHaveLength(2);
});

test('what may have been done already is not done again', async () => {
  const heard = workerThatDies(1);
  expect(await call('lock', {})).toEqual({ ok: false, error: { code: 'internal' } });
  expect(heard).toEqual(['lock']);
});
