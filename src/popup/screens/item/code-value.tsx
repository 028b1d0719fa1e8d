import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import type { CodeAnswer, ItemRef } from '../../../protocol/item-calls.ts';
import { copyPart } from '../../actions.ts';
import { IconButton } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { plural, t } from '../../parts/text.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { ask } from '../../state.ts';
import { Ring } from './ring.tsx';

type CodeState = {
  readonly answer: CodeAnswer | null;
  readonly problem: ErrorCode | null;
  /** Unix milliseconds, moved on every second. */
  readonly now: number;
};

function useCode(ref: ItemRef, index: number): CodeState {
  const [state, setState] = useState<CodeState>({ answer: null, problem: null, now: Date.now() });
  useOpened(() => {
    let asking = false;
    let end = 0;
    const tick = async () => {
      setState((old) => ({ ...old, now: Date.now() }));
      if (asking || Date.now() < end) return;
      asking = true;
      const result = await ask('code', { ref, index });
      asking = false;
      if (result.ok) end = result.value.endsAt;
      // A code that cannot be made now cannot be made in a second.
      else end = Number.POSITIVE_INFINITY;
      setState(
        result.ok
          ? { answer: result.value, problem: null, now: Date.now() }
          : { answer: null, problem: result.error.code, now: Date.now() },
      );
    };
    void tick();
    const timer = setInterval(() => void tick(), 1000);
    return () => clearInterval(timer);
  });
  return state;
}

type CodeValueProps = { label: string; itemRef: ItemRef; index: number };

/** A one-time code with the time it has left; the next one comes by itself. */
export function CodeValue({ label, itemRef, index }: CodeValueProps) {
  const { answer, problem, now } = useCode(itemRef, index);
  const left = answer === null ? 0 : Math.max(0, (answer.endsAt - now) / 1000);
  return (
    <div class="value">
      <div class="words">
        <bdi class="label">{label}</bdi>
        {problem !== null ? (
          <span class="text bad">
            {problem === 'unreadable' ? t('unreadableValue') : errorText(problem)}
          </span>
        ) : (
          <span class="text code" dir="ltr">
            {answer === null ? '––– –––' : grouped(answer.code)}
          </span>
        )}
      </div>
      {answer !== null && problem === null && (
        <>
          <Ring left={left} period={answer.period} label={plural('secondsLeft', Math.ceil(left))} />
          <IconButton
            icon="copy"
            label={t('copyLabel', label)}
            onPress={() => void copyPart(itemRef, { part: 'code', index }, label)}
          />
        </>
      )}
    </div>
  );
}

/** Two groups are easier to carry over to a phone: `123 456`. */
function grouped(code: string): string {
  const half = Math.ceil(code.length / 2);
  return code.length < 6 ? code : `${code.slice(0, half)} ${code.slice(half)}`;
}
