import { version } from '../../../package.json';
import { t } from '../../popup/parts/text.ts';
import { Section } from './section.tsx';

export function AboutSection() {
  return (
    <Section id="about">
      <div class="card">
        <div class="setting">
          <div class="words">
            <span class="name">{t('aboutVersion', version)}</span>
            <p class="hint">{t('aboutText')}</p>
          </div>
        </div>
        <div class="setting">
          <div class="words">
            <span class="name">{t('aboutLicence')}</span>
            <p class="hint">{t('aboutLicenceText')}</p>
          </div>
          {/* Made by the build, of the packages that it put in. */}
          <a class="button" href="/licences.txt" target="_blank" rel="noopener">
            {t('aboutLicences')}
          </a>
        </div>
      </div>
    </Section>
  );
}
