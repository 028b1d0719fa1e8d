import type { Surface } from './surface.ts';

/** Milliseconds that a menu must have been in plain view, unmoved, before a choice in it counts. */
export const dwell = 500;

/** Milliseconds between two reports of the browser; it takes no shorter ones. */
const reportDelay = 100;

export type Verdict = 'ready' | 'too-early' | 'not-in-view' | 'unreported' | 'tampered';

/** False in Firefox: there a page may cover the menu unnoticed, so no choice of an item in it fills by itself. */
const sightIsReported = 'isVisible' in IntersectionObserverEntry.prototype;

export type Guard = {
  /** The menu moved, or came anew: the clock starts again. */
  restart(): void;
  /** Whether a choice made now may count; takes a moment where it may. */
  judge(): Promise<Verdict>;
  stop(): void;
};

/** IntersectionObserver version 2, which Firefox lacks and the library's types do not know. */
type ObserverInit = IntersectionObserverInit & { trackVisibility: boolean; delay: number };
type Entry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Watches that the user can have seen the menu: the browser itself says whether it is painted whole,
 * unfaded and with nothing above it. A mask on the host escapes it, so the styles are read as well.
 */
export function guardSurface(surface: Surface, panel: HTMLElement): Guard {
  let inView = false;
  let since = performance.now();
  const init: ObserverInit = { threshold: [0.99], trackVisibility: true, delay: reportDelay };
  const observer = new IntersectionObserver((entries: Entry[]) => {
    for (const entry of entries) {
      const seen = entry.intersectionRatio >= 0.99 && entry.isVisible !== false;
      if (seen && !inView) since = Math.max(since, entry.time);
      inView = seen;
    }
  }, init);
  observer.observe(panel);
  const verdict = (): Verdict => {
    if (!surface.intact() || !isPlain(surface.host)) return 'tampered';
    if (performance.now() - since < dwell) return 'too-early';
    if (!inView) return 'not-in-view';
    return sightIsReported ? 'ready' : 'unreported';
  };
  return {
    restart() {
      since = performance.now();
    },
    async judge() {
      const first = verdict();
      if (first !== 'ready') return first;
      // What was covered just before the click is reported only after it.
      await new Promise((resolve) => setTimeout(resolve, 2 * reportDelay));
      return verdict();
    },
    stop: () => observer.disconnect(),
  };
}

/** What each property says of an element that is shown as it is. */
const plain = {
  opacity: '1',
  filter: 'none',
  'clip-path': 'none',
  'mask-image': 'none',
  transform: 'none',
  translate: 'none',
  rotate: 'none',
  scale: 'none',
  perspective: 'none',
  'mix-blend-mode': 'normal',
  visibility: 'visible',
  zoom: '1',
};

function isPlain(host: HTMLElement): boolean {
  const style = getComputedStyle(host);
  return Object.entries(plain).every(([name, value]) => {
    const actual = style.getPropertyValue(name);
    return actual === value || actual === '';
  });
}
