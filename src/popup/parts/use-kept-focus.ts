import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Takes the focus when what had it left the page: a key press must never fall into nothing. */
export function useKeptFocus(home: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) home.current?.focus();
  });
}
