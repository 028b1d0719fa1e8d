import { describe, expect, it } from 'vitest';
import { setUp } from './page.world.ts';

describe('a generated password', () => {
  const limits = { minLength: 0, maxLength: 0, rules: '', attempt: 0 };
  const made = { ok: true, value: { password: 'made' } };

  it('is offered where the menu may show, and remembered for the origin that the browser names', async () => {
    const { call, world } = setUp();
    expect(await call('mayGenerate', { asked: false })).toEqual({
      ok: true,
      value: { state: 'yes' },
    });
    expect(await call('generateFor', limits)).toEqual(made);
    expect(world.remembered).toEqual([['made', 'https://a.test']]);
    world.state = 'locked';
    expect(await call('mayGenerate', { asked: false })).toEqual({
      ok: true,
      value: { state: 'locked' },
    });
  });
  it('is not made where the user or the organisation excludes the site', async () => {
    const { call, world } = setUp();
    world.siteOffer = 'never';
    expect(await call('mayGenerate', { asked: true })).toEqual({
      ok: true,
      value: { state: 'none' },
    });
    expect(await call('generateFor', limits)).toEqual({ ok: false, error: { code: 'forbidden' } });
    world.siteOffer = 'on-request';
    expect(await call('mayGenerate', { asked: false })).toEqual({
      ok: true,
      value: { state: 'none' },
    });
    expect(await call('generateFor', limits)).toEqual(made);
    expect(world.remembered).toHaveLength(1);
  });
  it.each([
    { ...limits, attempt: 14 },
    { ...limits, rules: 'x'.repeat(1_001) },
    { ...limits, maxLength: -1 },
    { ...limits, origin: 'https://b.test' },
  ])('is refused for %j', async (request) => {
    expect(await setUp().call('generateFor', request)).toEqual({
      ok: false,
      error: { code: 'refused' },
    });
  });
});
