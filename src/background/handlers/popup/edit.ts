/** Where things are put. */
import type { EditCalls } from '../../../protocol/edit-calls.ts';
import { nothing } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { unlocked } from './unlocked.ts';

export const editParsers: Parsers<EditCalls> = {
  places: nothing,
};

type Dependencies = { readonly accounts: Accounts };

export function createEditHandlers({ accounts }: Dependencies): Handlers<EditCalls, OwnSender> {
  return {
    places: async () => (await unlocked(accounts)).places.list(),
  };
}
