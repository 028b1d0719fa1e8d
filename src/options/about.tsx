import { version } from '../../package.json';
import { t } from '../popup/parts/text.ts';

export function About() {
  return (
    <p class="options-foot">
      {t('aboutVersion', version)} {t('aboutText')}
    </p>
  );
}
