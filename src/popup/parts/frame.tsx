import type { ComponentChildren, RefObject } from 'preact';
import { NoticeLine } from './notice-line.tsx';

type FrameProps = {
  head?: ComponentChildren;
  foot?: ComponentChildren;
  /** Lies over the end of the body, however far that is scrolled. */
  over?: ComponentChildren;
  children: ComponentChildren;
  bodyRef?: RefObject<HTMLElement | null>;
};

/** Head, body and foot of every screen. `index.html` holds the same three boxes from the start. */
export function Frame({ head, foot, over, children, bodyRef }: FrameProps) {
  return (
    <div class="frame">
      <header class="frame-head">{head}</header>
      <main class="frame-body" ref={bodyRef ?? null}>
        {children}
      </main>
      <footer class="frame-foot">{foot}</footer>
      {over}
      <NoticeLine />
    </div>
  );
}
