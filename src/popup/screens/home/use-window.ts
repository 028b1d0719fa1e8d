import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Layout, scrollFor, visibleRows } from './window.ts';

/** CSS pixels. */
type Sizes = { readonly row: number; readonly heading: number };

/** Sizes of the design follow the person's font size, so they are measured. */
function measure(): Sizes {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { row: 3.375 * rem, heading: 1.875 * rem };
}

let ahead: Sizes | null = null;

/** Before the first list is drawn: once half of it stands, the browser would have to lay that out to answer. */
export function measureAhead(): void {
  ahead = measure();
}

export function takeSizes(): Sizes {
  const sizes = ahead ?? measure();
  ahead = null;
  return sizes;
}

/** Of the list in the popup, in CSS pixels: where it is so, nothing is drawn twice. */
const usualHeight = 452;

type Range = { readonly from: number; readonly to: number };

/**
 * Which rows to draw, and keeps the active one in sight when the keys move it. `kept` outlives the
 * list, which starts where it was left.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  { layout, active, kept }: { layout: Layout; active: number; kept?: Signal<number> | undefined },
): Range {
  const view = useRef({ top: 0, height: usualHeight });
  const shown = visibleRows(layout, view.current);
  const [, drawAgain] = useState(0);
  const drawn = useRef({ layout, shown });
  drawn.current = { layout, shown };
  const resumed = useRef((kept?.peek() ?? 0) > 0);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    if (resumed.current && kept !== undefined) box.scrollTop = kept.peek();
    const look = () => {
      view.current = { top: box.scrollTop, height: box.clientHeight };
      const { from, to } = visibleRows(drawn.current.layout, view.current);
      const { shown } = drawn.current;
      if (from !== shown.from || to !== shown.to) drawAgain((times) => times + 1);
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

  return shown;
}
