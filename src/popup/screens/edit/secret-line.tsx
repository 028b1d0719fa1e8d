import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { StoredValue } from '../../../protocol/edit-calls.ts';
import type { ItemRef, Part } from '../../../protocol/item-calls.ts';
import { IconButton } from '../../parts/button.tsx';
import { sayError } from '../../parts/notice.ts';
import { t } from '../../parts/text.ts';
import { useHideAfter } from '../../parts/use-hide-after.ts';
import { ask, managed } from '../../state.ts';

type SecretLineProps = {
  name: string;
  label: string;
  /** True where the label stands elsewhere and is only read out here. */
  bare?: boolean;
  /** Null where it stays as it is stored. */
  value: string | null;
  onText: (text: string) => void;
  /** Where the stored value is; null where there is none. */
  stored: { readonly ref: ItemRef; readonly part: Part; readonly state: StoredValue } | null;
  children?: ComponentChildren;
};

const hidden = { type: 'password' } as const;
const plain = { type: 'text' } as const;

/** A secret that is typed anew or left as it is; what is stored is fetched only to be shown. */
export function SecretLine(props: SecretLineProps) {
  const { label, value, stored, onText } = props;
  const id = useId();
  const [shown, setShown] = useState(false);
  const [revealed, setRevealed] = useState<string | null>(null);
  const hide = () => {
    setShown(false);
    setRevealed(null);
  };
  const touch = useHideAfter(shown, hide);
  const mayShow = value !== null || managed.value?.revealAllowed !== false;
  const isKept = value === null && stored?.state === 'present';

  async function toggle() {
    if (shown) return hide();
    if (isKept && stored !== null && revealed === null) {
      const result = await ask('reveal', { ref: stored.ref, part: stored.part });
      if (!result.ok) return sayError(result.error.code);
      setRevealed(result.value);
    }
    setShown(true);
  }

  return (
    <div class="field">
      <label for={id} class={props.bare ? 'hidden-visually' : undefined}>
        <bdi>{label}</bdi>
      </label>
      <div class="box">
        <input
          id={id}
          name={props.name}
          {...(shown ? plain : hidden)}
          class="secret"
          value={value ?? revealed ?? ''}
          placeholder={
            value !== null
              ? undefined
              : stored?.state === 'unreadable'
                ? t('unreadableReplace')
                : isKept
                  ? t('unchanged')
                  : undefined
          }
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={100_000}
          dir={(value ?? revealed ?? '') === '' ? undefined : 'ltr'}
          onInput={(event) => {
            touch();
            setRevealed(null);
            onText(event.currentTarget.value);
          }}
        />
        {mayShow && (value !== null || isKept) && (
          <IconButton
            icon={shown ? 'eyeOff' : 'eye'}
            label={t(shown ? 'hideLabel' : 'showLabel', label)}
            pressed={shown}
            onPress={() => void toggle()}
          />
        )}
        {props.children}
      </div>
    </div>
  );
}
