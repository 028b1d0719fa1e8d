import { Generator } from '../../popup/parts/generator.tsx';
import { t } from '../../popup/parts/text.ts';
import { managed } from '../saved.ts';
import { Section } from './section.tsx';

/** The rules by which passwords are made; a press on one takes it at once, here as in the popup. */
export function GeneratorSection() {
  return (
    <Section id="generator">
      <p class="section-hint">{t('generatorRulesHint')}</p>
      <Generator least={managed.value?.generatedPasswords ?? null} onMade={() => undefined} />
    </Section>
  );
}
