import type { ComponentChildren } from 'preact';
import { type Glyph, Icon } from './icon.tsx';

type BlankProps = {
  icon: Glyph;
  title: string;
  text: string;
  bad?: boolean;
  children?: ComponentChildren;
};

/** A screen or list with nothing to show: why, and what to do next. */
export function Blank({ icon, title, text, bad, children }: BlankProps) {
  return (
    <div class={bad ? 'blank bad' : 'blank'}>
      <div class="badge">
        <Icon name={icon} size={26} />
      </div>
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div class="actions">{children}</div>}
    </div>
  );
}
