import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../../../src/background/session/deadline.ts';
import { memoryText } from '../../../support/memory-text.ts';

const minute = 60_000;
const start = Date.UTC(2026, 0, 1);

function setUp() {
  const clock = { time: start, alarm: 0 };
  const stored = memoryText();
  const deadline = createDeadline(stored, {
    now: () => clock.time,
    setAlarm: (when) => {
      clock.alarm = when;
    },
    clearAlarm: () => {
      clock.alarm = 0;
    },
  });
  return { clock, stored, deadline };
}

describe('the deadline', () => {
  it('has passed before anything was unlocked', async () => {
    expect(await setUp().deadline.passed()).toBe(true);
  });
  it('passes after its minutes and rings then', async () => {
    const { clock, deadline } = setUp();
    await deadline.extend(15);
    expect(clock.alarm).toBe(start + 15 * minute);
    clock.time += 15 * minute - 1;
    expect(await deadline.passed()).toBe(false);
    clock.time += 1;
    expect(await deadline.passed()).toBe(true);
  });
  it('moves with every use', async () => {
    const { clock, deadline } = setUp();
    await deadline.extend(15);
    clock.time += 14 * minute;
    await deadline.extend(15);
    clock.time += 14 * minute;
    expect(await deadline.passed()).toBe(false);
  });
  it('is the end of the browser where no minutes are set', async () => {
    const { clock, deadline } = setUp();
    await deadline.extend(15);
    await deadline.extend(0);
    expect(clock.alarm).toBe(0);
    clock.time += 1e10;
    expect(await deadline.passed()).toBe(false);
  });
  it('has passed on a machine that slept through it, whoever reads it', async () => {
    const { clock, deadline, stored } = setUp();
    await deadline.extend(15);
    clock.time += 8 * 60 * minute;
    const reborn = createDeadline(stored, {
      now: () => clock.time,
      setAlarm: () => undefined,
      clearAlarm: () => undefined,
    });
    expect(await reborn.passed()).toBe(true);
  });
  it('is not extended by a clock set back', async () => {
    const { clock, deadline } = setUp();
    await deadline.extend(15);
    clock.time -= 365 * 24 * 60 * minute;
    expect(await deadline.passed()).toBe(true);
  });
  it('bears a small correction of the clock', async () => {
    const { clock, deadline } = setUp();
    await deadline.extend(15);
    clock.time -= minute;
    expect(await deadline.passed()).toBe(false);
  });
  it('ends at once, and says so until the lock is done', async () => {
    const { clock, deadline, stored } = setUp();
    await deadline.end();
    expect(await deadline.isSet()).toBe(false);
    await deadline.extend(15);
    await deadline.end();
    expect(clock.alarm).toBe(0);
    expect(await deadline.passed()).toBe(true);
    expect(await deadline.isSet()).toBe(true);
    await stored.remove();
    expect(await deadline.isSet()).toBe(false);
  });
  it('is not written with every key, but where the minutes change, the clock is set back or a write failed', async () => {
    const { clock, deadline, stored } = setUp();
    const writes: string[] = [];
    const set = stored.set.bind(stored);
    let full = false;
    stored.set = async (text) => {
      if (full) throw new Error('full');
      writes.push(text);
      await set(text);
    };
    await deadline.extend(15);
    clock.time += 1999;
    await deadline.extend(15);
    expect(writes).toHaveLength(1);
    clock.time += 1;
    await deadline.extend(15);
    expect(writes).toHaveLength(2);
    await deadline.extend(5);
    expect(writes).toHaveLength(3);
    clock.time -= 10;
    await deadline.extend(5);
    expect(writes).toHaveLength(4);
    clock.time += 5000;
    full = true;
    await expect(deadline.extend(5)).rejects.toThrow('full');
    full = false;
    await deadline.extend(5);
    expect(writes).toHaveLength(5);
  });
  it('starts anew after a lock, however short', async () => {
    const { deadline } = setUp();
    await deadline.extend(15);
    await deadline.end();
    await deadline.remove();
    await deadline.extend(15);
    expect(await deadline.passed()).toBe(false);
  });
});
