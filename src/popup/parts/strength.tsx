import { type Strength, strengthOf, strengths } from '../../model/generator.ts';
import { type MessageKey, t } from './text.ts';

const words: Record<Strength, MessageKey> = {
  weak: 'strengthWeak',
  fair: 'strengthFair',
  good: 'strengthGood',
  strong: 'strengthStrong',
};

/** The same where only the grade is known. */
export function StrengthWord({ strength }: { strength: Strength }) {
  const level = strengths.indexOf(strength);
  return (
    <div class={`strength ${strength}`}>
      <span class="bar" aria-hidden="true">
        {strengths.map((each, at) => (
          <i key={each} class={at <= level ? 'on' : ''} />
        ))}
      </span>
      <span class="word">{t(words[strength])}</span>
    </div>
  );
}

/** What a password is worth: a bar of four parts, a word, and the bits behind both. */
export function StrengthLine({ bits }: { bits: number }) {
  const strength = strengthOf(bits);
  const level = strengths.indexOf(strength);
  return (
    <div class={`strength ${strength}`}>
      <span class="bar" aria-hidden="true">
        {strengths.map((each, at) => (
          <i key={each} class={at <= level ? 'on' : ''} />
        ))}
      </span>
      <span class="word">{t('strengthBits', t(words[strength]), Math.floor(bits))}</span>
    </div>
  );
}
