import { useState } from 'preact/hooks';
import type { ItemRef, Part } from '../../../protocol/item-calls.ts';
import { copyPart } from '../../actions.ts';
import { IconButton } from '../../parts/button.tsx';
import { sayError } from '../../parts/notice.ts';
import { SecretText } from '../../parts/secret-text.tsx';
import { t } from '../../parts/text.ts';
import { useHideAfter } from '../../parts/use-hide-after.ts';
import { ask, managed } from '../../state.ts';
import { LargeButton } from './large-button.tsx';

type ValueProps = {
  label: string;
  itemRef: ItemRef;
  part: Part;
  /** Null where it is secret and must be revealed first. */
  text: string | null;
  state: 'present' | 'empty' | 'unreadable';
};

/** As many dots for every secret: their number must not tell its length. */
export const dots = '••••••••••';

/** One field of an item: its name, its text or dots, and what can be done with it. */
export function Value({ label, itemRef, part, text, state }: ValueProps) {
  const [revealed, setRevealed] = useState<string | null>(null);
  const secret = text === null;
  const mayShow = state === 'present' && secret && managed.value?.revealAllowed !== false;
  useHideAfter(revealed !== null, () => setRevealed(null));

  async function toggle() {
    if (revealed !== null) return setRevealed(null);
    const result = await ask('reveal', { ref: itemRef, part });
    if (result.ok) setRevealed(result.value);
    else sayError(result.error.code);
  }

  return (
    <div class="value">
      <div class="words">
        <bdi class="label">{label}</bdi>
        {state === 'unreadable' ? (
          <span class="text bad">{t('unreadableValue')}</span>
        ) : state === 'empty' ? (
          <span class="text none">{t('emptyValue')}</span>
        ) : secret && revealed === null ? (
          <span class="text secret dots">
            <span aria-hidden="true">{dots}</span>
            <span class="hidden-visually">{t('hiddenValue')}</span>
          </span>
        ) : revealed !== null ? (
          <SecretText text={revealed} />
        ) : (
          <bdi class="text" dir="auto">
            {text}
          </bdi>
        )}
      </div>
      {mayShow && <LargeButton label={label} itemRef={itemRef} part={part} />}
      {mayShow && (
        <IconButton
          icon={revealed === null ? 'eye' : 'eyeOff'}
          label={t(revealed === null ? 'showLabel' : 'hideLabel', label)}
          pressed={revealed !== null}
          onPress={() => void toggle()}
        />
      )}
      {state === 'present' && (
        <IconButton
          icon="copy"
          label={t('copyLabel', label)}
          onPress={() => void copyPart(itemRef, part, label)}
        />
      )}
    </div>
  );
}
