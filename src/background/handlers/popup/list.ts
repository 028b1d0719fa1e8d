/** What is found in the index, and the inbox. */

import { AppError } from '../../../model/error.ts';
import type { Tab } from '../../../platform/tabs.ts';
import type { BrowseRequest, FindRequest, ListCalls } from '../../../protocol/list-calls.ts';
import { integer, nothing, nullable, oneOf, record, text } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { id, tabId } from '../../ref-parsers.ts';
import { unlocked } from './unlocked.ts';

const offset = integer(0, 10_000_000);
const limit = integer(0, 500);

export const listParsers: Parsers<ListCalls> = {
  find: record<FindRequest>({
    query: text(500),
    tabId: nullable(tabId),
    offset,
    limit,
  }),
  facets: nothing,
  browse: record<BrowseRequest>({
    vaultId: id,
    folderId: nullable(id),
    sort: oneOf('name', 'changed', 'used'),
    offset,
    limit,
  }),
  refresh: nothing,
  inbox: nothing,
  unread: nothing,
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
      const [{ items }, tab] = await Promise.all([
        unlocked(accounts),
        tabId === null ? null : findTab(tabId),
      ]);
      return items.find({ query, page: tab?.url ?? null, offset, limit });
    },
    facets: async () => (await unlocked(accounts)).items.facets(),
    async browse(request) {
      const found = await (await unlocked(accounts)).items.browse(request);
      if (found === null) throw new AppError('not-found', 'no such vault or folder');
      return found;
    },
    async refresh() {
      const { session, refresh, items } = await unlocked(accounts);
      await refresh.now(await session.client());
      return items.state();
    },
    inbox: async () => (await unlocked(accounts)).inbox.list(),
    unread: async () => (await unlocked(accounts)).inbox.unread(),
  };
}
