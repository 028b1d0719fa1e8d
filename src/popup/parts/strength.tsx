import { type Strength, strengthOf, strengths } from '../../model/generator.ts';
import { type MessageKey, t } from './text.ts';

const words: Record<Strength, MessageKey> = {
  weak: 'strengthWeak',
  fair: 'strengthFair',
  good: 'strengthGood',
  strong: 'strengthStrong',
};

/** A bar of four parts, and what is said of it. */
function Grade({ strength, said }: { strength: Strength; said: string }) {
  const level = strengths.indexOf(strength);
  return (
    <div class={`strength ${strength}`}>
      <span class="bar" aria-hidden="true">
        {strengths.map((each, at) => (
          <i key={each} class={at <= level ? 'on' : ''} />
        ))}
      </span>
      <span class="word">{said}</span>
    </div>
  );
}

/** What a password is worth: its grade, and the bits behind it. */
export function StrengthLine({ bits }: { bits: number }) {
  const strength = strengthOf(bits);
  return (
    <Grade strength={strength} said={t('strengthBits', t(words[strength]), Math.floor(bits))} />
  );
}

/** The same where only the grade is known. */
export function StrengthWord({ strength }: { strength: Strength }) {
  return <Grade strength={strength} said={t(words[strength])} />;
}
