import { useState } from 'preact/hooks';
import type { Result } from '../../protocol/result.ts';
import { managed } from '../state.ts';
import { IconButton } from './button.tsx';
import { sayError } from './notice.ts';
import { SecretText } from './secret-text.tsx';
import { t } from './text.ts';
import { useHideAfter } from './use-hide-after.ts';

type Reveal = () => Promise<Result<string>>;

/** A secret that is fetched when somebody wants to see it, and hides again by itself; null while it is hidden. */
export function useRevealed(reveal: Reveal): { text: string | null; toggle: () => Promise<void> } {
  const [text, setText] = useState<string | null>(null);
  useHideAfter(text !== null, () => setText(null));

  async function toggle() {
    if (text !== null) return setText(null);
    const result = await reveal();
    if (result.ok) setText(result.value);
    else sayError(result.error.code);
  }

  return { text, toggle };
}

/** As many for every secret: their number must not tell its length. */
const dots = '••••••••••';

/** The secret, or dots in its place. */
export function SecretWords({ text }: { text: string | null }) {
  if (text !== null) return <SecretText text={text} />;
  return (
    <span class="text secret dots">
      <span aria-hidden="true">{dots}</span>
      <span class="hidden-visually">{t('hiddenValue')}</span>
    </span>
  );
}

type RevealButtonProps = { label: string; shown: boolean; onPress: () => void };

/** Not there where the organisation hides passwords. */
export function RevealButton({ label, shown, onPress }: RevealButtonProps) {
  if (managed.value?.revealAllowed === false) return null;
  return (
    <IconButton
      icon={shown ? 'eyeOff' : 'eye'}
      label={t(shown ? 'hideLabel' : 'showLabel', label)}
      pressed={shown}
      onPress={onPress}
    />
  );
}

type SecretValueProps = {
  label: string;
  reveal: Reveal;
  /** Left out where there is nothing to copy it for. */
  onCopy?: () => void;
};

/** A line with a secret: what it is, its dots or its text, and what can be done with it. */
export function SecretValue({ label, reveal, onCopy }: SecretValueProps) {
  const { text, toggle } = useRevealed(reveal);
  return (
    <div class="value">
      <div class="words">
        <bdi class="label">{label}</bdi>
        <SecretWords text={text} />
      </div>
      <RevealButton label={label} shown={text !== null} onPress={() => void toggle()} />
      {onCopy && <IconButton icon="copy" label={t('copyLabel', label)} onPress={onCopy} />}
    </div>
  );
}
