/** What our window asks about a server's challenge, and what is remembered of the answers. */
import type { ChallengeCalls, Realm } from '../../../protocol/challenge-calls.ts';
import { flag, nothing, record, text } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Challenges } from '../../fill/challenges.ts';
import { longestRealm } from '../../fill/realms.ts';
import { id, origin, rowRef } from '../../ref-parsers.ts';
import { unlocked } from './unlocked.ts';

export const challengeParsers: Parsers<ChallengeCalls> = {
  challenge: record({ id }),
  answerChallenge: record({
    id,
    row: rowRef,
    remember: flag,
  }),
  leaveChallenge: record({ id }),
  realms: nothing,
  forgetRealm: record<Realm>({ origin, realm: text(longestRealm) }),
};

type Dependencies = { readonly accounts: Accounts; readonly challenges: Challenges };

export function createChallengeHandlers(deps: Dependencies): Handlers<ChallengeCalls, OwnSender> {
  const { accounts, challenges } = deps;
  return {
    async challenge({ id }) {
      await unlocked(accounts);
      return challenges.question(id);
    },
    async answerChallenge({ id, row, remember }) {
      await unlocked(accounts);
      await challenges.use(id, row, remember);
      return null;
    },
    leaveChallenge({ id }) {
      challenges.leave(id);
      return null;
    },
    realms: async () => (await unlocked(accounts)).realms.list(),
    async forgetRealm(realm) {
      const { realms } = await unlocked(accounts);
      await realms.forget(realm);
      return realms.list();
    },
  };
}
