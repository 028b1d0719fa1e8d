import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../../src/background/handlers/rate-limit.ts';

function setUp() {
  const clock = { time: 1_000_000 };
  const limit = createRateLimit({ burst: 5, perSecond: 2, now: () => clock.time });
  const flood = (who: number, times: number) =>
    Array.from({ length: times }, () => limit.allows(who)).filter(Boolean).length;
  return { clock, flood };
}

describe('a rate limit (M8)', () => {
  it('lets a burst pass, and then as many as time has brought', () => {
    const { clock, flood } = setUp();
    expect(flood(1, 1_000)).toBe(5);
    clock.time += 1_000;
    expect(flood(1, 1_000)).toBe(2);
    clock.time += 3_600_000;
    expect(flood(1, 1_000)).toBe(5);
  });
  it('holds each to their own', () => {
    const { flood } = setUp();
    flood(1, 1_000);
    expect(flood(2, 1_000)).toBe(5);
  });
  it('gives nothing for a clock that was set back', () => {
    const { clock, flood } = setUp();
    flood(1, 1_000);
    clock.time -= 60_000;
    expect(flood(1, 10)).toBe(0);
    clock.time += 1_000;
    expect(flood(1, 10)).toBe(2);
  });
});
