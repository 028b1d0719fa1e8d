/**
 * The inbox of an account, and how many of its items nobody has looked at yet. The number is taken along
 * whenever the list is fetched anyway, so that an opening popup can show it without asking the server.
 */
import type { InboxEntry } from '../../model/item.ts';
import type { Passwork } from '../../passwork/index.ts';
import type { StoredText } from '../../platform/storage.ts';

type Server = Pick<Passwork, 'inbox'>;

export type Inbox = {
  list(): Promise<readonly InboxEntry[]>;
  /** As of the last look; null where there was none yet. */
  unread(): Promise<number | null>;
  /** Counts anew, beside a refresh of the index. Never rejects: the next refresh looks again. */
  look(server: Server): Promise<void>;
  /** The account is locked. */
  wipe(): Promise<void>;
};

type Dependencies = {
  readonly use: <T>(work: (server: Server) => Promise<T>) => Promise<T>;
  readonly stored: StoredText;
};

export function createInbox({ use, stored }: Dependencies): Inbox {
  let locks = 0;

  async function fetch(server: Server): Promise<readonly InboxEntry[]> {
    const begun = locks;
    const entries = await server.inbox();
    const unread = entries.filter(({ viewed }) => !viewed).length;
    // A look that ends after the lock leaves nothing behind.
    if (begun === locks) await stored.set(String(unread));
    return entries;
  }

  return {
    list: () => use(fetch),
    async unread() {
      const text = await stored.get();
      return text === '' ? null : Number(text);
    },
    look: (server) =>
      fetch(server).then(
        () => undefined,
        () => undefined,
      ),
    async wipe() {
      locks += 1;
      await stored.remove();
    },
  };
}
