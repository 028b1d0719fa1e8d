import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { t } from '../../parts/text.ts';

/** A text of any length, as text: cut after a dozen lines until the person asks for all of it. */
export function LongText({ text }: { text: string }) {
  const box = useRef<HTMLElement>(null);
  const [long, setLong] = useState(false);
  const [whole, setWhole] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another height
  useLayoutEffect(() => {
    const shown = box.current;
    if (shown !== null && !whole) setLong(shown.scrollHeight > shown.clientHeight + 1);
  }, [text]);

  return (
    <>
      <bdi class={whole ? 'text long' : 'text long cut'} dir="auto" ref={box}>
        {text}
      </bdi>
      {long && (
        <Button kind="quiet" size="small" onPress={() => setWhole(!whole)}>
          {t(whole ? 'showLess' : 'showAll')}
        </Button>
      )}
    </>
  );
}
