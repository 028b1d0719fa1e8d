/** What a person decides about single items and single sites. */
import type { ItemRule, RuledSite } from '../model/fill-rule.ts';
import type { ItemRef } from './item-calls.ts';

export type RuleCalls = {
  itemRule(request: { readonly ref: ItemRef }): ItemRule;
  setItemRule(request: { readonly ref: ItemRef; readonly rule: ItemRule }): ItemRule;
  /** All sites about which something was decided, in the order of their names. */
  sites(request: Record<string, never>): readonly RuledSite[];
  /** `site` as a person types it; the default takes it off the list. Answers with the list. */
  setSite(request: RuledSite): readonly RuledSite[];
};
