import type { ItemRef, Part } from '../../../protocol/item-calls.ts';
import { copyPart } from '../../actions.ts';
import { IconButton } from '../../parts/button.tsx';
import { RevealButton, SecretWords, useRevealed } from '../../parts/secret-value.tsx';
import { t } from '../../parts/text.ts';
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

/** One field of an item: its name, its text or dots, and what can be done with it. */
export function Value({ label, itemRef, part, text, state }: ValueProps) {
  const revealed = useRevealed(() => ask('reveal', { ref: itemRef, part }));
  const mayShow = state === 'present' && text === null;
  return (
    <div class="value">
      <div class="words">
        <bdi class="label">{label}</bdi>
        {state === 'unreadable' ? (
          <span class="text bad">{t('unreadableValue')}</span>
        ) : state === 'empty' ? (
          <span class="text none">{t('emptyValue')}</span>
        ) : text === null ? (
          <SecretWords text={revealed.text} />
        ) : (
          <bdi class="text" dir="auto">
            {text}
          </bdi>
        )}
      </div>
      {mayShow && managed.value?.revealAllowed !== false && (
        <LargeButton label={label} itemRef={itemRef} part={part} />
      )}
      {mayShow && (
        <RevealButton
          label={label}
          shown={revealed.text !== null}
          onPress={() => void revealed.toggle()}
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
