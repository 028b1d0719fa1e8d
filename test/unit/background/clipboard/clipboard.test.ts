import { describe, expect, it } from 'vitest';
import { createClipboard } from '../../../../src/background/clipboard/clipboard.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { heldPermitFor } from '../../../support/permit.ts';

const permit = await heldPermitFor('copy', { kind: 'generated', id: '' });

function setUp() {
  const world = { text: 'before', time: 1_000_000, alarm: 0, released: 0 };
  const remembered = memoryText();
  const make = () =>
    createClipboard({
      system: {
        write: async (text) => {
          world.text = text;
        },
        read: async () => world.text,
        release: async () => {
          world.released += 1;
        },
      },
      remembered,
      now: () => world.time,
      setAlarm: (when) => {
        world.alarm = when;
      },
    });
  return { world, remembered, make, clipboard: make() };
}

describe('the clipboard (D6)', () => {
  it('takes a secret back when its time has come', async () => {
    const { world, clipboard } = setUp();
    await clipboard.copy(permit, 'hunter2', 30);
    expect(world).toMatchObject({ text: 'hunter2', alarm: world.time + 30_000 });
    world.time += 30_000;
    await clipboard.clearIfDue();
    expect(world.text).toBe('');
  });
  it('takes it back in a later life of the worker', async () => {
    const { world, clipboard, make } = setUp();
    await clipboard.copy(permit, 'hunter2', 30);
    world.time += 31_000;
    await make().clearIfDue();
    expect(world.text).toBe('');
  });
  it('leaves it until then', async () => {
    const { world, clipboard } = setUp();
    await clipboard.copy(permit, 'hunter2', 30);
    world.time += 29_999;
    await clipboard.clearIfDue();
    expect(world.text).toBe('hunter2');
  });
  it('never clears what the user copied since', async () => {
    const { world, clipboard } = setUp();
    await clipboard.copy(permit, 'hunter2', 30);
    world.text = 'a shopping list';
    world.time += 60_000;
    await clipboard.clearIfDue();
    expect(world.text).toBe('a shopping list');
  });
  it('tells how often something was copied', async () => {
    const { clipboard } = setUp();
    await clipboard.copy(permit, 'first', 30);
    await clipboard.copy(permit, 'second', 0);
    await clipboard.copy(permit, '', 30).catch(() => undefined);
    expect(clipboard.copies()).toBe(2);
  });
  it('counts from the last copy', async () => {
    const { world, clipboard } = setUp();
    await clipboard.copy(permit, 'first', 30);
    world.time += 20_000;
    await clipboard.copy(permit, 'second', 30);
    world.time += 20_000;
    await clipboard.clearIfDue();
    expect(world.text).toBe('second');
  });
  it('clears at once when asked, as on lock', async () => {
    const { world, clipboard } = setUp();
    await clipboard.copy(permit, 'hunter2', 30);
    await clipboard.clear();
    expect(world.text).toBe('');
  });
  it('keeps what shall stay, and forgets the one before', async () => {
    const { world, clipboard, remembered } = setUp();
    await clipboard.copy(permit, 'first', 30);
    await clipboard.copy(permit, 'second', 0);
    expect(remembered.value).toBe('');
    await clipboard.clear();
    expect(world.text).toBe('second');
  });
  it('remembers no secret', async () => {
    const { clipboard, remembered } = setUp();
    await clipboard.copy(permit, 'hunter2', 30);
    expect(remembered.value).not.toContain('hunter2');
  });
  it('copies nothing without a permit to copy', async () => {
    const { world, clipboard } = setUp();
    const toShow = await heldPermitFor('reveal', { kind: 'generated', id: '' });
    for (const wrong of [toShow, { ...permit } as typeof permit]) {
      await expect(clipboard.copy(wrong, 'hunter2', 30)).rejects.toMatchObject({ code: 'refused' });
    }
    expect(world.text).toBe('before');
  });
  it('copies no empty part', async () => {
    const { world, clipboard } = setUp();
    await expect(clipboard.copy(permit, '', 30)).rejects.toMatchObject({ code: 'no-value' });
    expect(world.text).toBe('before');
  });
});
