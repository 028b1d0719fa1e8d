import { useLayoutEffect, useRef } from 'preact/hooks';
import type { KeyAct } from '../model/settings.ts';
import { actOf } from './keys.ts';

type KeyPress = { readonly event: KeyboardEvent; readonly act: KeyAct | null };

/** Hears every key of the screen, wherever the focus is. `handle` says true where the key was its own. */
export function useKeys(handle: (press: KeyPress) => boolean): void {
  const newest = useRef(handle);
  newest.current = handle;
  // Before the screen is seen: whoever sees it may strike a key.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // Keys of an input method belong to it until the text is settled.
      if (event.isComposing || event.defaultPrevented) return;
      if (newest.current({ event, act: actOf(event) })) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
