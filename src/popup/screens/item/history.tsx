import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import type { HistoryRow } from '../../../protocol/act-calls.ts';
import type { ItemView } from '../../../protocol/item-calls.ts';
import { sayCopied } from '../../actions.ts';
import { errorText } from '../../parts/error-text.ts';
import { sayError } from '../../parts/notice.ts';
import { SecretValue } from '../../parts/secret-value.tsx';
import { day, t } from '../../parts/text.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { ask } from '../../state.ts';

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
  const former = { ref: view.ref, snapshotId: row.id };

  async function copy() {
    const result = await ask('copyFormer', former);
    if (result.ok) sayCopied(t('password'), result.value.clearsIn);
    else sayError(result.error.code);
  }

  return (
    <SecretValue
      label={t('historyAt', day(row.createdAt))}
      reveal={() => ask('revealFormer', former)}
      onCopy={() => void copy()}
    />
  );
}
