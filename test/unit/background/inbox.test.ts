import { describe, expect, it } from 'vitest';
import { createInbox } from '../../../src/background/inbox/inbox.ts';
import type { InboxEntry } from '../../../src/model/item.ts';
import { memoryText } from '../../support/memory-text.ts';

const entry = (viewed: boolean): InboxEntry => ({ id: 'a', name: 'n', login: 'l', viewed });

function setUp() {
  const stored = memoryText();
  const world = { answer: async (): Promise<InboxEntry[]> => [entry(false), entry(true)] };
  const server = { inbox: () => world.answer() };
  return { stored, world, server, inbox: createInbox({ use: (work) => work(server), stored }) };
}

describe('the unread items of the inbox', () => {
  it('are unknown before the first look, and counted by each', async () => {
    const { world, server, inbox } = setUp();
    expect(await inbox.unread()).toBe(null);
    await inbox.look(server);
    expect(await inbox.unread()).toBe(1);
    world.answer = async () => [];
    await inbox.list();
    expect(await inbox.unread()).toBe(0);
  });

  it('stay as they were where the server does not answer', async () => {
    const { world, server, inbox } = setUp();
    await inbox.look(server);
    world.answer = () => Promise.reject(new Error('offline'));
    await inbox.look(server);
    expect(await inbox.unread()).toBe(1);
    await expect(inbox.list()).rejects.toThrow('offline');
  });

  it('are forgotten with the lock, also by a look that was on its way', async () => {
    const { world, server, inbox, stored } = setUp();
    await inbox.look(server);
    let answer = (_: InboxEntry[]): void => undefined;
    world.answer = () => new Promise((resolve) => (answer = resolve));
    const late = inbox.look(server);
    await inbox.wipe();
    answer([entry(false)]);
    await late;
    expect(stored.value).toBe('');
  });
});
