import { useId, useState } from 'preact/hooks';
import type { ErrorCode } from '../../model/error.ts';
import { defaultSiteRule, type RuledSite, siteOffers } from '../../model/fill-rule.ts';
import { Button } from '../../popup/parts/button.tsx';
import { errorText } from '../../popup/parts/error-text.ts';
import { say, sayError } from '../../popup/parts/notice.ts';
import { type MessageKey, t } from '../../popup/parts/text.ts';
import { TextField } from '../../popup/parts/text-field.tsx';
import { useOpened } from '../../popup/parts/use-opened.ts';
import { call } from '../../popup/worker.ts';

const offerNames = {
  always: 'siteOfferAlways',
  'on-request': 'siteOfferOnRequest',
  never: 'siteOfferNever',
} as const satisfies Record<RuledSite['offer'], MessageKey>;

/** Sites about which something was decided. They are the account's, so a locked vault shows none. */
export function Sites() {
  const [sites, setSites] = useState<readonly RuledSite[] | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);

  useOpened(() => {
    void call('sites', {}).then((result) => {
      if (result.ok) setSites(result.value);
      else setProblem(result.error.code);
    });
  });

  /** False where it was refused; the list then stays as it was. */
  async function decide(rule: RuledSite): Promise<ErrorCode | null> {
    const result = await call('setSite', rule);
    if (!result.ok) return result.error.code;
    setSites(result.value);
    say(t('settingsSaved'));
    return null;
  }

  return (
    <>
      <h3 id="sites-title">{t('sitesTitle')}</h3>
      <div class="card sites">
        <p class="setting hint">{t(problem === 'locked' ? 'sitesLocked' : 'sitesHint')}</p>
        {problem !== null && problem !== 'locked' && problem !== 'not-set-up' && (
          <p class="setting problem">{errorText(problem)}</p>
        )}
        {sites?.map((rule) => (
          <Site key={rule.site} rule={rule} decide={decide} />
        ))}
        {sites !== null && <AddSite decide={decide} />}
      </div>
    </>
  );
}

type Decide = (rule: RuledSite) => Promise<ErrorCode | null>;

function Site({ rule, decide }: { rule: RuledSite; decide: Decide }) {
  const id = useId();
  const change = async (changed: Partial<RuledSite>) => {
    const refused = await decide({ ...rule, ...changed });
    if (refused !== null) sayError(refused);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in every browser
    <div class="setting" role="group" aria-labelledby={`${id}-name`}>
      <div class="words">
        <bdi class="name" id={`${id}-name`} dir="ltr">
          {rule.site}
        </bdi>
        <label class="tick">
          <input
            type="checkbox"
            checked={rule.save}
            onChange={({ currentTarget }) => void change({ save: currentTarget.checked })}
          />
          {t('siteSave')}
        </label>
      </div>
      <select
        aria-label={t('siteOfferLabel', rule.site)}
        onChange={({ currentTarget }) => {
          const offer = siteOffers.find((each) => each === currentTarget.value);
          if (offer !== undefined) void change({ offer });
        }}
      >
        {siteOffers.map((offer) => (
          <option key={offer} value={offer} selected={offer === rule.offer}>
            {t(offerNames[offer])}
          </option>
        ))}
      </select>
      <Button size="small" kind="quiet" onPress={() => void change(defaultSiteRule)}>
        {t('siteRemove')} <span class="hidden-visually">{rule.site}</span>
      </Button>
    </div>
  );
}

function AddSite({ decide }: { decide: Decide }) {
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<ErrorCode | null>(null);

  async function add() {
    const code =
      typed.trim() === ''
        ? 'invalid-input'
        : await decide({ site: typed, offer: 'never', save: true });
    setRefused(code);
    if (code === null) setTyped('');
  }

  return (
    <form
      class="setting"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div class="words">
        <TextField
          name="site"
          label={t('siteAdd')}
          value={typed}
          onText={setTyped}
          hint={t('siteAddHint')}
          placeholder="example.com"
          problem={
            refused === null ? '' : refused === 'invalid-input' ? t('siteBad') : errorText(refused)
          }
        />
      </div>
      <Button submit>{t('siteAddNow')}</Button>
    </form>
  );
}
