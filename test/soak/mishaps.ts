/** What befalls the extension in a walk: deaths of its worker, and the weather of its server. */
import { ask } from '../e2e/support/ask.ts';
import type { Act } from './act.ts';
import type { World } from './world.ts';

export const mishaps: readonly Act[] = [
  {
    name: 'kill the worker',
    weight: 5,
    when: 'always',
    run: killWorker,
  },
  {
    name: 'the server goes away',
    weight: 2,
    when: 'always',
    away: false,
    async run(world) {
      await world.server.control.goDown();
      world.away = true;
    },
  },
  {
    name: 'the server comes back',
    weight: 10,
    when: 'always',
    away: true,
    async run(world) {
      await world.server.control.comeUp();
      world.away = false;
      // A list that could not be read meanwhile stays so until somebody asks for it again.
      await ask(world.popup, 'refresh', {});
    },
  },
  {
    name: 'the network slows down or speeds up',
    weight: 2,
    when: 'always',
    run: async ({ server, random }) => server.control.setLatency(random.pick([0, 0, 150, 700])),
  },
  {
    name: 'the token expires',
    weight: 2,
    when: 'unlocked',
    async run(world) {
      world.server.control.expireTokens();
      world.renewal = 'due';
    },
  },
  {
    name: 'the session is revoked',
    weight: 1,
    when: 'unlocked',
    async run(world) {
      world.server.control.revokeSessions();
      world.revoked = true;
    },
  },
];

/** A death between the server's new tokens and their arrival ends the session: the old ones are worth nothing any more. */
export async function killWorker(world: World): Promise<void> {
  if (world.renewal === 'due') world.renewal = 'cut';
  await world.extension.killWorker();
}
