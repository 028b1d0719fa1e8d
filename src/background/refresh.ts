/**
 * When the index is fetched anew: after unlocking, when a worker wakes with one that is old or
 * half built, and on a schedule while the vault is open. Never because of what is browsed.
 */
import type { Passwork } from '../passwork/index.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { Items } from './items/items.ts';
import type { Session } from './session/session.ts';

export type Refresh = {
  /** Fetches everything, now. Resolves when it is done, also where it failed: see `Items.state`. */
  now(client: Passwork): Promise<void>;
  /** A worker was born, or the alarm rang: brings the index back and up to date. */
  wake(): Promise<void>;
};

/** How old (ms) a list may be before it is fetched again. */
const freshFor = 10 * 60_000;
/** Until the next try where it could not be fetched. */
const tryAgainAfter = 60_000;

type Dependencies = {
  readonly items: Pick<Items, 'build' | 'restore' | 'state'>;
  /** Counted in the same go. */
  readonly inbox: Pick<Inbox, 'look'>;
  readonly session: Pick<Session, 'isOpen' | 'client' | 'lock'>;
  readonly now: () => number;
  readonly setAlarm: (when: number) => void;
};

export function createRefresh(deps: Dependencies): Refresh {
  const { items, inbox, session, now, setAlarm } = deps;

  async function fetch(client: Passwork): Promise<void> {
    void inbox.look(client);
    await items.build(client);
    const { problem } = items.state();
    if (problem === 'session-expired') await session.lock('session-expired');
    else setAlarm(now() + (problem === undefined ? freshFor : tryAgainAfter));
  }

  return {
    now: fetch,
    async wake() {
      if (!(await session.isOpen())) return;
      const restored = await items.restore();
      const { phase, refreshedAt } = items.state();
      const fresh = restored && phase === 'ready' && now() - refreshedAt < freshFor;
      if (!fresh) await fetch(await session.client());
    },
  };
}
