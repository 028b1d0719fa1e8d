import { t } from '../../popup/parts/text.ts';
import { Choice, Switch } from '../setting.tsx';
import { duration } from './duration.ts';
import { Section } from './section.tsx';

const clipboardSeconds = [10, 30, 60, 120, 0];

export function ClipboardSection() {
  return (
    <Section id="clipboard">
      <div class="card">
        <Choice
          of="clipboardSeconds"
          label={t('clipboardAfter')}
          hint={t('clipboardAfterHint')}
          choices={clipboardSeconds}
          name={(seconds) => (seconds === 0 ? t('clipboardNever') : duration(seconds))}
        />
        <Switch
          of="copyCodeAfterFill"
          label={t('copyCodeAfterFill')}
          hint={t('copyCodeAfterFillHint')}
        />
      </div>
    </Section>
  );
}
