import { describe, expect, it } from 'vitest';
import { createRecords } from '../../../../src/background/accounts/records.ts';
import { createGeneratedHistory } from '../../../../src/background/generator/history.ts';
import { newKeyText } from '../../../../src/background/seal.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { heldPermitFor } from '../../../support/permit.ts';

const day = 24 * 60 * 60_000;

function setUp() {
  const key = memoryText(newKeyText());
  const world = { now: 1_700_000_000_000, bytes: null as Uint8Array<ArrayBuffer> | null };
  const open = () =>
    createGeneratedHistory(
      createRecords(key, {
        get: async () => world.bytes,
        set: async (_, bytes) => {
          world.bytes = bytes;
        },
      }),
      () => world.now,
    );
  return { key, world, open, history: open() };
}

describe('passwords that were generated', () => {
  it('are remembered newest first, twenty at most, each once', async () => {
    const { history, world } = setUp();
    for (let count = 0; count < 25; count++) {
      world.now += 1_000;
      await history.keep(`password ${count}`, '');
    }
    await history.keep('password 10', '');
    const rows = await history.list();
    expect(rows).toHaveLength(20);
    expect(rows.slice(0, 2).map(({ password }) => password)).toEqual([
      'password 10',
      'password 24',
    ]);
    const permit = (id: string) => heldPermitFor('reveal', { kind: 'generated', id });
    expect(await history.get(await permit(rows[1]?.id ?? ''))).toBe('password 24');
    await expect(history.get(await permit('none'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are forgotten after two weeks, and at once when told so', async () => {
    const { history, world } = setUp();
    await history.keep('old', '');
    world.now += 13 * day;
    await history.keep('new', '');
    expect(await history.list()).toHaveLength(2);
    world.now += 2 * day;
    expect((await history.list()).map(({ password }) => password)).toEqual(['new']);
    await history.forget();
    expect(await history.list()).toEqual([]);
  });

  it('are all there where one after the other was made for a site, but not what the page refused', async () => {
    const { history } = setUp();
    for (const name of ['marta', 'otto', 'ida']) await history.keep(name, 'https://a.test');
    await history.keep('refused', 'https://a.test');
    await history.keep('taken', 'https://a.test', true);
    const rows = await history.list();
    expect(rows.map(({ password }) => password)).toEqual(['taken', 'ida', 'otto', 'marta']);
  });

  it('cannot be pushed out by a page that asks again and again', async () => {
    const { history, world } = setUp();
    await history.keep('mine', '');
    for (let count = 0; count < 50; count++) {
      world.now += 500;
      await history.keep(`noise ${count}`, 'https://a.test');
    }
    expect((await history.list()).map(({ password }) => password)).toContain('mine');
  });

  it('lie encrypted, outlive the worker, and open with the vault only', async () => {
    const { history, open, key, world } = setUp();
    await Promise.all([history.keep('one', ''), history.keep('two', '')]);
    expect(new TextDecoder().decode(world.bytes ?? new Uint8Array())).not.toMatch(/one|two/);
    expect(await open().list()).toHaveLength(2);
    const kept = key.value;
    key.value = '';
    await expect(open().list()).rejects.toMatchObject({ code: 'locked' });
    key.value = newKeyText();
    expect(await open().list()).toEqual([]);
    key.value = kept;
    world.bytes?.set([1, 2, 3], 20);
    expect(await open().list()).toEqual([]);
  });
});
