import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import type { HistoryRow } from '../../../protocol/act-calls.ts';
import type { ItemView } from '../../../protocol/item-calls.ts';
import { sayCopied } from '../../actions.ts';
import { IconButton } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { sayError } from '../../parts/notice.ts';
import { SecretText } from '../../parts/secret-text.tsx';
import { day, t } from '../../parts/text.ts';
import { useHideAfter } from '../../parts/use-hide-after.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { ask, managed } from '../../state.ts';
import { dots } from './value.tsx';

/** The passwords that an item had, each shown or copied on demand. */
export function History({ view }: { view: ItemView }) {
  const [rows, setRows] = useState<readonly HistoryRow[] | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  useOpened(() => {
    void ask('history', { ref: view.ref }).then((result) => {
      if (result.ok) setRows(result.value);
      else setProblem(result.error.code);
    });
  });
  if (problem !== null) return <p class="act-panel bad">{errorText(problem)}</p>;
  if (rows === null) return <p class="act-panel" aria-busy="true" />;
  if (rows.length === 0) return <p class="act-panel">{t('historyNone')}</p>;
  return (
    <div class="act-panel">
      {rows.map((row) => (
        <Former key={row.id} view={view} row={row} />
      ))}
    </div>
  );
}

function Former({ view, row }: { view: ItemView; row: HistoryRow }) {
  const [text, setText] = useState<string | null>(null);
  const label = t('historyAt', day(row.createdAt));
  useHideAfter(text !== null, () => setText(null));

  async function toggle() {
    if (text !== null) return setText(null);
    const result = await ask('revealFormer', { ref: view.ref, snapshotId: row.id });
    if (result.ok) setText(result.value);
    else sayError(result.error.code);
  }

  async function copy() {
    const result = await ask('copyFormer', { ref: view.ref, snapshotId: row.id });
    if (result.ok) sayCopied(t('password'), result.value.clearsIn);
    else sayError(result.error.code);
  }

  return (
    <div class="value">
      <div class="words">
        <span class="label">{label}</span>
        {text === null ? (
          <span class="text secret dots">
            <span aria-hidden="true">{dots}</span>
            <span class="hidden-visually">{t('hiddenValue')}</span>
          </span>
        ) : (
          <SecretText text={text} />
        )}
      </div>
      {managed.value?.revealAllowed !== false && (
        <IconButton
          icon={text === null ? 'eye' : 'eyeOff'}
          label={t(text === null ? 'showLabel' : 'hideLabel', label)}
          pressed={text !== null}
          onPress={() => void toggle()}
        />
      )}
      <IconButton icon="copy" label={t('copyLabel', label)} onPress={() => void copy()} />
    </div>
  );
}
