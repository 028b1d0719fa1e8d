import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRemovals } from '../../../../src/background/opened/removals.ts';
import { AppError, type ErrorCode } from '../../../../src/model/error.ts';
import { fakePasswork } from '../../../support/fake-passwork.ts';
import { memoryText } from '../../../support/memory-text.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const ref = { kind: 'item', id: 'a' } as const;
const item = { ref, name: 'Wiki', vaultId: 'v' };

function world() {
  const deleted: string[] = [];
  const alarms: number[] = [];
  const written: unknown[] = [];
  const stored = memoryText();
  const failure: { code: ErrorCode | null } = { code: null };
  const client = fakePasswork({
    async deleteItem(id) {
      if (failure.code !== null) throw new AppError(failure.code, 'no');
      deleted.push(id);
    },
    async deleteShortcut(id) {
      deleted.push(`shortcut ${id}`);
    },
  });
  const wake = () =>
    createRemovals({
      use: (work) => work(client),
      stored,
      opened: { wipe: () => undefined },
      onWritten: async (vaults) => void written.push(vaults),
      now: () => Date.now(),
      setAlarm: (when) => alarms.push(when),
    });
  return { deleted, alarms, written, stored, failure, wake, removals: wake() };
}

describe('a deletion', () => {
  it('waits some seconds, then goes out once, and the list hears of it', async () => {
    const { removals, deleted, written, alarms } = world();
    const { due } = await removals.add(item);
    expect(alarms).toEqual([due]);
    await vi.advanceTimersByTimeAsync(7_900);
    expect(deleted).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    await removals.goOn();
    expect(deleted).toEqual(['a']);
    expect(written).toEqual([['v']]);
    expect(await removals.list()).toEqual([]);
  });

  it('is taken back until then, and not after', async () => {
    const { removals, deleted } = world();
    await removals.add(item);
    expect(await removals.undo(ref)).toBe(true);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(deleted).toEqual([]);
    await removals.add(item);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(await removals.undo(ref)).toBe(false);
    expect(deleted).toEqual(['a']);
  });

  it('goes on in the next worker', async () => {
    const { removals, deleted, wake } = world();
    await removals.add({ ...item, ref: { kind: 'shortcut', id: 's' } });
    vi.clearAllTimers();
    vi.setSystemTime(Date.now() + 30_000);
    await wake().goOn();
    expect(deleted).toEqual(['shortcut s']);
  });

  it('that failed is said, and kept until it was read', async () => {
    const { removals, failure } = world();
    failure.code = 'denied';
    await removals.add(item);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(await removals.list()).toMatchObject([{ ref, name: 'Wiki', problem: 'denied' }]);
    expect(await removals.undo(ref)).toBe(true);
    expect(await removals.list()).toEqual([]);
  });

  it('of what is gone already is done', async () => {
    const { removals, failure } = world();
    failure.code = 'not-found';
    await removals.add(item);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(await removals.list()).toEqual([]);
  });

  it('is forgotten by a lock', async () => {
    const { removals, deleted, stored } = world();
    await removals.add(item);
    await removals.wipe();
    expect(stored.value).toBe('');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(deleted).toEqual([]);
  });

  it('survives a garbled store', async () => {
    const { removals, stored } = world();
    stored.value = '[{"ref":1}]';
    expect(await removals.list()).toEqual([]);
    await removals.goOn();
  });
});
