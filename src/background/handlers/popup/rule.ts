/** Rules about items and sites. */
import { itemRules, type RuledSite, siteOffers } from '../../../model/fill-rule.ts';
import type { ItemRef } from '../../../protocol/item-calls.ts';
import { flag, nothing, oneOf, record } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { RuleCalls } from '../../../protocol/rule-calls.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Authoriser } from '../../fill/authorise.ts';
import { ref } from '../../ref-parsers.ts';
import { typed } from './fields.ts';
import { unlocked } from './unlocked.ts';

const rule = oneOf(...itemRules);

export const ruleParsers: Parsers<RuleCalls> = {
  itemRule: record({ ref }),
  setItemRule: record({ ref, rule }),
  sites: nothing,
  setSite: record<RuledSite>({ site: typed, offer: oneOf(...siteOffers), save: flag }),
};

type Dependencies = {
  readonly accounts: Accounts;
  readonly authoriser: Authoriser;
};

export function createRuleHandlers({
  accounts,
  authoriser,
}: Dependencies): Handlers<RuleCalls, OwnSender> {
  /** A rule is about the item, also where a shortcut led to it. */
  async function idOf(sender: OwnSender, ref: ItemRef): Promise<string> {
    if (ref.kind === 'item') return ref.id;
    const { opened } = await unlocked(accounts);
    return (await opened.open(await authoriser.authoriseOwn(sender, 'view', ref))).id;
  }

  return {
    async itemRule({ ref }, sender) {
      const { rules } = await unlocked(accounts);
      await rules.ready();
      return rules.ofItems().get(await idOf(sender, ref)) ?? 'default';
    },
    async setItemRule({ ref, rule }, sender) {
      const { rules } = await unlocked(accounts);
      await rules.setItem(await idOf(sender, ref), rule);
      return rule;
    },
    sites: async () => (await unlocked(accounts)).rules.sites(),
    async setSite({ site, offer, save }) {
      const { rules } = await unlocked(accounts);
      await rules.setSite(site, { offer, save });
      return rules.sites();
    },
  };
}
