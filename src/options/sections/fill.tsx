import { t } from '../../popup/parts/text.ts';
import { Switch } from '../setting.tsx';
import { Challenges, Realms } from './challenges.tsx';
import { Section } from './section.tsx';
import { Sites } from './sites.tsx';

export function FillSection() {
  return (
    <Section id="fill">
      <div class="card">
        <Switch of="offerInPage" label={t('offerInPage')} hint={t('offerInPageHint')} />
        <Switch of="offerToSave" label={t('offerToSave')} hint={t('offerToSaveHint')} />
        <Challenges />
      </div>
      <Sites />
      <Realms />
    </Section>
  );
}
