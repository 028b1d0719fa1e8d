import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { type Glyph, Icon } from './icon.tsx';
import { useOpened } from './use-opened.ts';

/** Says that something is not as it should be, without taking the screen away. */
export function Banner(props: { icon?: Glyph; bad?: boolean; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useOpened(() => {
    // A refusal below the fold would look as if nothing had happened.
    if (props.bad) box.current?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div
      ref={box}
      class={props.bad ? 'banner bad' : 'banner'}
      role={props.bad ? 'alert' : undefined}
    >
      <Icon name={props.icon ?? 'warning'} size={18} />
      <div>{props.children}</div>
    </div>
  );
}
