import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../parts/text.ts';

type LineProps = {
  name: string;
  label: string;
  value: string;
  onText: (text: string) => void;
  optional?: boolean;
  /** Why it cannot be saved so, `''` where it can. */
  problem?: string;
  placeholder?: string;
  direction?: 'auto' | 'ltr';
  inputRef?: Ref<HTMLInputElement>;
  /** What can be done with it, behind the text. */
  children?: ComponentChildren;
};

/** A labelled line of text, as long as a person likes. */
export function Line(props: LineProps) {
  const id = useId();
  const problem = props.problem ?? '';
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for={id}>
        <bdi>{props.label}</bdi>
        {props.optional && <span class="optional"> {t('optional')}</span>}
      </label>
      <div class="box">
        <input
          id={id}
          name={props.name}
          ref={props.inputRef ?? null}
          type="text"
          value={props.value}
          placeholder={props.placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={10_000}
          dir={props.direction ?? (props.value === '' ? undefined : 'auto')}
          aria-invalid={problem !== ''}
          aria-describedby={problem ? `${id}-under` : undefined}
          onInput={(event) => props.onText(event.currentTarget.value)}
        />
        {props.children}
      </div>
      {problem && (
        <p class="problem" id={`${id}-under`}>
          {problem}
        </p>
      )}
    </div>
  );
}
