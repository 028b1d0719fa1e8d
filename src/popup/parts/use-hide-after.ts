import { useEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds for which a secret may stand on the screen. */
const longest = 30_000;

/**
 * Hides what is shown after half a minute, or once nobody looks at the window any more. Answers with what
 * to call when the person does something with it: the half minute begins anew.
 */
export function useHideAfter(shown: boolean, hide: () => void): () => void {
  const newest = useRef(hide);
  newest.current = hide;
  const [touched, setTouched] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every touch begins the time anew
  useEffect(() => {
    if (!shown) return;
    const end = () => newest.current();
    const endUnseen = () => document.visibilityState === 'hidden' && end();
    const timer = setTimeout(end, longest);
    addEventListener('blur', end);
    document.addEventListener('visibilitychange', endUnseen);
    return () => {
      clearTimeout(timer);
      removeEventListener('blur', end);
      document.removeEventListener('visibilitychange', endUnseen);
    };
  }, [shown, touched]);
  return () => setTouched((times) => times + 1);
}
