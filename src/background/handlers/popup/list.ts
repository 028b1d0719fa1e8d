/** What is found in the index, and the inbox. */

import type { Tab } from '../../../platform/tabs.ts';
import type { FindRequest, ListCalls } from '../../../protocol/list-calls.ts';
import { integer, nothing, nullable, record, text } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { tabId } from './fields.ts';
import { unlocked } from './unlocked.ts';

export const listParsers: Parsers<ListCalls> = {
  find: record<FindRequest>({
    query: text(500),
    tabId: nullable(tabId),
    offset: integer(0, 10_000_000),
    limit: integer(0, 500),
  }),
  refresh: nothing,
  inbox: nothing,
};

type Dependencies = {
  readonly accounts: Accounts;
  readonly findTab: (id: number) => Promise<Tab | null>;
};

export function createListHandlers({
  accounts,
  findTab,
}: Dependencies): Handlers<ListCalls, OwnSender> {
  return {
    async find({ query, tabId, offset, limit }) {
      const { items } = await unlocked(accounts);
      const tab = tabId === null ? null : await findTab(tabId);
      return items.find({ query, page: tab?.url ?? null, offset, limit });
    },
    async refresh() {
      const { session, refresh, items } = await unlocked(accounts);
      await refresh.now(await session.client());
      return items.state();
    },
    inbox: async () => (await unlocked(accounts)).session.use((client) => client.inbox()),
  };
}
