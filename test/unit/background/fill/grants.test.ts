import { describe, expect, it } from 'vitest';
import { createGrants } from '../../../../src/background/fill/grants.ts';
import { memoryText } from '../../../support/memory-text.ts';

const place = { tabId: 1, frameId: 0, documentId: 'D', origin: 'https://a.test' };
const row = { id: 'item', shortcutId: null };
const refused = { code: 'moved-on' };

function setUp() {
  const clock = { time: 1_000_000 };
  const stored = memoryText();
  const now = () => clock.time;
  return { clock, stored, now, grants: createGrants(stored, now) };
}

describe('a grant (F20 M8 M9)', () => {
  it('is redeemed once', async () => {
    const { grants } = setUp();
    const grant = await grants.issue(place, row);
    expect(await grants.redeem(grant, place)).toMatchObject(row);
    await expect(grants.redeem(grant, place)).rejects.toMatchObject(refused);
  });
  it('is redeemed once by two calls at the same instant', async () => {
    const { grants } = setUp();
    const grant = await grants.issue(place, row);
    const both = await Promise.allSettled([
      grants.redeem(grant, place),
      grants.redeem(grant, place),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
  it('outlives the worker that issued it', async () => {
    const { grants, stored, now } = setUp();
    const grant = await grants.issue(place, row);
    expect(await createGrants(stored, now).redeem(grant, place)).toMatchObject(row);
  });
  it('ends after five seconds', async () => {
    const { grants, clock } = setUp();
    const grant = await grants.issue(place, row);
    clock.time += 5_000;
    await expect(grants.redeem(grant, place)).rejects.toMatchObject(refused);
  });
  it.each([
    ['another tab', { ...place, tabId: 2 }],
    ['another frame', { ...place, frameId: 3 }],
    ['another document', { ...place, documentId: 'E' }],
    ['another origin', { ...place, origin: 'https://b.test' }],
  ])('is not for %s, and is spent by the attempt', async (_, other) => {
    const { grants } = setUp();
    const grant = await grants.issue(place, row);
    await expect(grants.redeem(grant, other)).rejects.toMatchObject(refused);
    await expect(grants.redeem(grant, place)).rejects.toMatchObject(refused);
  });
  it('cannot be guessed', async () => {
    const { grants } = setUp();
    await grants.issue(place, row);
    await expect(grants.redeem('', place)).rejects.toMatchObject(refused);
  });
  it('does not pile up', async () => {
    const { grants, stored } = setUp();
    for (let i = 0; i < 100; i += 1) await grants.issue(place, row);
    expect(JSON.parse(stored.value)).toHaveLength(20);
  });
});
