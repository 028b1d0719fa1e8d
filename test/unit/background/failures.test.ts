import { describe, expect, it } from 'vitest';
import { createFailures } from '../../../src/background/failures.ts';
import { memoryText } from '../../support/memory-text.ts';

function setUp(stored = '') {
  const item = memoryText();
  if (stored !== '') void item.set(stored);
  let clock = 0;
  const failures = createFailures(item, () => {
    clock += 1;
    return clock;
  });
  const receive = failures.noting({ open: null, find: null }, async ({ request }) =>
    request === 'fine'
      ? { ok: true, value: null }
      : { ok: false, error: { code: request === 'locked' ? 'locked' : 'not-found' } },
  );
  const call = (name: string, request: unknown = '') =>
    receive({ channel: 'own', call: name, request }, null);
  return { failures, call, item };
}

describe('the last failures', () => {
  it('are noted with call, code and time, and with nothing that was asked', async () => {
    const { failures, call } = setUp();
    await call('open', 'fine');
    await call('open', 'a secret');
    await call('find', 'locked');
    await expect.poll(() => failures.list()).toEqual([{ at: 1, call: 'open', code: 'not-found' }]);
  });

  it('keep the newest twenty, however many come at once', async () => {
    const { failures, call } = setUp();
    await Promise.all(Array.from({ length: 30 }, () => call('find')));
    await expect.poll(async () => (await failures.list()).at(-1)?.at).toBe(30);
    expect((await failures.list()).map(({ at }) => at)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 11),
    );
  });

  it('keep no name that a stranger gave a call', async () => {
    const { failures, call } = setUp();
    await call('a secret in a name');
    await call('open');
    await expect.poll(() => failures.list()).toHaveLength(1);
  });

  it.each(['{', '[{"at":"now"}]', '[{"at":1,"call":"open","code":"x"}]'])(
    'start anew over %s',
    async (stored) => {
      expect(await setUp(stored).failures.list()).toEqual([]);
    },
  );
});
