import { useState } from 'preact/hooks';
import type { GeneratedRow } from '../../../protocol/generator-calls.ts';
import { sayCopied } from '../../actions.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { sayError } from '../../parts/notice.ts';
import { SecretText } from '../../parts/secret-text.tsx';
import { ago, t } from '../../parts/text.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { ask, managed } from '../../state.ts';

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

const dots = '••••••••••';

function Line({ row }: { row: GeneratedRow }) {
  const [shown, setShown] = useState<string | null>(null);
  const when = ago(row.at, Date.now());
  const name = row.site === '' ? when : `${row.site}, ${when}`;

  async function toggle(): Promise<void> {
    if (shown !== null) return setShown(null);
    const result = await ask('revealGenerated', { id: row.id });
    if (result.ok) setShown(result.value);
    else sayError(result.error.code);
  }

  async function copy(): Promise<void> {
    const result = await ask('copyGenerated', { id: row.id });
    if (result.ok) sayCopied(t('password'), result.value.clearsIn);
    else sayError(result.error.code);
  }

  return (
    <div class="value">
      <div class="words">
        <bdi class="label">{name}</bdi>
        {shown === null ? (
          <span class="text secret dots">
            <span aria-hidden="true">{dots}</span>
            <span class="hidden-visually">{t('hiddenValue')}</span>
          </span>
        ) : (
          <SecretText text={shown} />
        )}
      </div>
      {managed.value?.revealAllowed !== false && (
        <IconButton
          icon={shown === null ? 'eye' : 'eyeOff'}
          label={t(shown === null ? 'showLabel' : 'hideLabel', name)}
          pressed={shown !== null}
          onPress={() => void toggle()}
        />
      )}
      <IconButton icon="copy" label={t('copyLabel', name)} onPress={() => void copy()} />
    </div>
  );
}
