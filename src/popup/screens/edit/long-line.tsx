import { useLayoutEffect, useRef } from 'preact/hooks';

type LongLineProps = {
  id: string;
  name: string;
  /** Read out; the words that are seen stand elsewhere. */
  label: string;
  value: string;
  onText: (text: string) => void;
  rows?: number;
};

/** Text of any length, which grows with what is typed until it would fill the screen. */
export function LongLine({ id, name, label, value, onText, rows = 1 }: LongLineProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another height
  useLayoutEffect(() => {
    const shown = area.current;
    if (shown === null) return;
    shown.style.blockSize = 'auto';
    shown.style.blockSize = `${shown.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      id={id}
      class="plain-input area"
      name={name}
      aria-label={label}
      ref={area}
      rows={rows}
      value={value}
      dir="auto"
      maxLength={100_000}
      spellcheck={false}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}
