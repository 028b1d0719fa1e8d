import type { ComponentChildren } from 'preact';
import { type Glyph, Icon } from './icon.tsx';

type ButtonProps = {
  children: ComponentChildren;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'normal' | 'small' | 'wide';
  icon?: Glyph;
  busy?: boolean;
  submit?: boolean;
  /** Id of the form it submits, where it stands outside of it. */
  form?: string;
  onPress?: () => void;
};

/** While busy it keeps the focus and ignores presses: a disabled button would drop the focus. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'normal', busy = false } = props;
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      form={props.form}
      class={`button ${kind} ${size}`}
      aria-disabled={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {busy ? <span class="spinner" /> : props.icon && <Icon name={props.icon} size={18} />}
      {props.children}
    </button>
  );
}

type IconButtonProps = {
  icon: Glyph;
  /** Read out and shown on hover: the button has no words of its own. */
  label: string;
  /** How many things wait behind it, as `2 new`; none is shown for `null`. */
  count?: { readonly shown: string; readonly said: string } | null;
  pressed?: boolean;
  onPress: () => void;
};

export function IconButton({ icon, label, count = null, pressed, onPress }: IconButtonProps) {
  const countId = `${icon}-count`;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-describedby={count === null ? undefined : countId}
      onClick={onPress}
    >
      <Icon name={icon} />
      {count !== null && (
        <>
          <span class="count" aria-hidden="true">
            {count.shown}
          </span>
          <span class="hidden-visually" id={countId}>
            {count.said}
          </span>
        </>
      )}
    </button>
  );
}
