import type { ComponentChildren } from 'preact';
import { type Glyph, Icon } from './icon.tsx';

type BlankProps = {
  icon: Glyph;
  title: string;
  text: string;
  bad?: boolean;
  /** Its children are nothing to press. */
  still?: boolean;
  children?: ComponentChildren;
};

/** A screen or list with nothing to show: why, and what to do next. */
export function Blank({ icon, title, text, bad, still, children }: BlankProps) {
  return (
    // Without a button to go to, what large letters push out of sight is reached by scrolling it.
    <div class={bad ? 'blank bad' : 'blank'} tabIndex={children && !still ? undefined : 0}>
      <div class="badge">
        <Icon name={icon} size={26} />
      </div>
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div class="actions">{children}</div>}
    </div>
  );
}
