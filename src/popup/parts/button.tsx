import type { ComponentChildren } from 'preact';
import { type Glyph, Icon } from './icon.tsx';

type ButtonProps = {
  children: ComponentChildren;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'normal' | 'small' | 'wide';
  icon?: Glyph;
  busy?: boolean;
  submit?: boolean;
  onPress?: () => void;
};

/** While busy it keeps the focus and ignores presses: a disabled button would drop the focus. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'normal', busy = false } = props;
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
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
  pressed?: boolean;
  onPress: () => void;
};

export function IconButton({ icon, label, pressed, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
