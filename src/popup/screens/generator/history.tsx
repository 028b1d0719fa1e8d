import { useState } from 'preact/hooks';
import type { GeneratedRow } from '../../../protocol/generator-calls.ts';
import { sayCopied } from '../../actions.ts';
import { Button } from '../../parts/button.tsx';
import { sayError } from '../../parts/notice.ts';
import { SecretValue } from '../../parts/secret-value.tsx';
import { ago, t } from '../../parts/text.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { ask } from '../../state.ts';

/** Passwords used in the last two weeks, for when one was lost before it was saved. */
export function History({ turn }: { turn: number }) {
  const [rows, setRows] = useState<readonly GeneratedRow[]>([]);

  async function load(): Promise<void> {
    const result = await ask('generatedRows', {});
    if (result.ok) setRows(result.value);
  }
  useOpened(() => {
    void load();
  });
  const [loaded, setLoaded] = useState(turn);
  if (loaded !== turn) {
    setLoaded(turn);
    void load();
  }

  async function forget(): Promise<void> {
    const result = await ask('forgetGenerated', {});
    if (result.ok) setRows([]);
    else sayError(result.error.code);
  }

  if (rows.length === 0) return null;
  return (
    <section class="history" aria-labelledby="history-title">
      <h2 id="history-title">{t('generatedBefore')}</h2>
      <div class="card">
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </div>
      <Button kind="quiet" size="small" onPress={() => void forget()}>
        {t('generatedForget')}
      </Button>
    </section>
  );
}

function Line({ row: { id, site, at } }: { row: GeneratedRow }) {
  const when = ago(at, Date.now());

  async function copy(): Promise<void> {
    const result = await ask('copyGenerated', { id });
    if (result.ok) sayCopied(t('password'), result.value.clearsIn);
    else sayError(result.error.code);
  }

  return (
    <SecretValue
      label={site === '' ? when : `${site}, ${when}`}
      reveal={() => ask('revealGenerated', { id })}
      onCopy={() => void copy()}
    />
  );
}
