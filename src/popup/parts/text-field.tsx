import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import { IconButton } from './button.tsx';
import { t } from './text.ts';

type TextFieldProps = {
  name: string;
  label: string;
  value: string;
  onText: (text: string) => void;
  secret?: boolean;
  optional?: boolean;
  hint?: string;
  placeholder?: string;
  /** Why what was typed was refused, `''` where it was not. */
  problem?: string;
  inputRef?: Ref<HTMLInputElement>;
};

const hidden = { type: 'password' } as const;
const plain = { type: 'text' } as const;

/** A labelled line of text; a secret one is dotted until its eye is pressed. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const problem = props.problem ?? '';
  // The sentence about a mistake takes the place of the hint, so that little moves.
  const under = problem || props.hint;
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for={id}>
        {props.label} {props.optional && <span class="optional">{t('optional')}</span>}
      </label>
      <div class="box">
        <input
          id={id}
          name={props.name}
          ref={props.inputRef ?? null}
          // A narrower type than the two texts: typed attributes differ for a password field.
          {...(props.secret && !shown ? hidden : plain)}
          value={props.value}
          placeholder={props.placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={2000}
          dir={props.value === '' ? undefined : props.secret ? 'ltr' : 'auto'}
          aria-invalid={problem !== ''}
          aria-describedby={under ? `${id}-under` : undefined}
          onInput={(event) => props.onText(event.currentTarget.value)}
        />
        {props.secret && (
          <IconButton
            icon={shown ? 'eyeOff' : 'eye'}
            label={t(shown ? 'hideLabel' : 'showLabel', props.label)}
            pressed={shown}
            onPress={() => setShown(!shown)}
          />
        )}
      </div>
      {under && (
        <p class={problem ? 'problem' : 'hint'} id={`${id}-under`}>
          {under}
        </p>
      )}
    </div>
  );
}
