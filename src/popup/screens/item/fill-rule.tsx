import { useState } from 'preact/hooks';
import { type ItemRule, itemRules } from '../../../model/fill-rule.ts';
import type { ItemRef } from '../../../protocol/item-calls.ts';
import { say, sayError } from '../../parts/notice.ts';
import { Setting } from '../../parts/setting.tsx';
import { type MessageKey, t } from '../../parts/text.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { ask } from '../../state.ts';

const names = {
  default: 'fillRuleDefault',
  host: 'fillRuleHost',
  domain: 'fillRuleDomain',
  'starts-with': 'fillRuleStartsWith',
  never: 'fillRuleNever',
} as const satisfies Record<ItemRule, MessageKey>;

/** Where the item is filled. Its addresses say it by themselves; a person may narrow or widen that. */
export function FillRule({ itemRef }: { itemRef: ItemRef }) {
  const [rule, setRule] = useState<ItemRule | null>(null);

  useOpened(() => {
    void ask('itemRule', { ref: itemRef }).then((result) => {
      if (result.ok) setRule(result.value);
    });
  });

  async function choose(chosen: ItemRule) {
    const before = rule;
    setRule(chosen);
    const result = await ask('setItemRule', { ref: itemRef, rule: chosen });
    if (result.ok) say(t('fillRuleSaved'));
    else {
      setRule(before);
      sayError(result.error.code);
    }
  }

  return (
    <section class="card" aria-label={t('fillRule')}>
      <Setting id="fill-rule" label={t('fillRule')} hint={t('fillRuleHint')}>
        <select
          id="fill-rule"
          aria-describedby="fill-rule-hint"
          disabled={rule === null}
          onChange={({ currentTarget }) => {
            const chosen = itemRules.find((each) => each === currentTarget.value);
            if (chosen !== undefined) void choose(chosen);
          }}
        >
          {itemRules.map((each) => (
            <option key={each} value={each} selected={each === (rule ?? 'default')}>
              {t(names[each])}
            </option>
          ))}
        </select>
      </Setting>
    </section>
  );
}
