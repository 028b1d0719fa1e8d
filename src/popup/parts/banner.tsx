import type { ComponentChildren } from 'preact';
import { type Glyph, Icon } from './icon.tsx';

/** Says that something is not as it should be, without taking the screen away. */
export function Banner(props: { icon?: Glyph; bad?: boolean; children: ComponentChildren }) {
  return (
    <div class={props.bad ? 'banner bad' : 'banner'} role={props.bad ? 'alert' : undefined}>
      <Icon name={props.icon ?? 'warning'} size={18} />
      <div>{props.children}</div>
    </div>
  );
}
