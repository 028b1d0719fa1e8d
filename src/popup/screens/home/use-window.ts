import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Layout, scrollFor } from './window.ts';

export type View = { readonly top: number; readonly height: number };

/** Sizes of the design in CSS pixels; they follow the person's font size, so they are measured. */
export function measureRows(): { row: number; heading: number } {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { row: 3.375 * rem, heading: 1.875 * rem };
}

/**
 * What of the list is in sight, and keeps the active row there when the keys move it. `kept` outlives the
 * list, which starts where it was left.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  { layout, active, kept }: { layout: Layout; active: number; kept?: Signal<number> | undefined },
): View {
  const [view, setView] = useState<View>({ top: 0, height: 600 });
  const resumed = useRef((kept?.peek() ?? 0) > 0);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    if (resumed.current && kept !== undefined) box.scrollTop = kept.peek();
    const look = () => {
      setView({ top: box.scrollTop, height: box.clientHeight });
      if (kept !== undefined) kept.value = box.scrollTop;
    };
    look();
    box.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(box);
    return () => {
      box.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [scroller, kept]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a scroll must not pull the active row back
  useLayoutEffect(() => {
    const box = scroller.current;
    // A list that was scrolled away from its active row is found as it was left.
    const skip = resumed.current;
    resumed.current = false;
    if (box === null || skip) return;
    box.scrollTop = scrollFor(layout, active, { top: box.scrollTop, height: box.clientHeight });
  }, [active, layout.sections.join()]);

  return view;
}
