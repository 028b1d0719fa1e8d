import { useState } from 'preact/hooks';
import type { Unreachable as Reason } from '../../../protocol/session-calls.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { t } from '../../parts/text.ts';
import { call } from '../../worker.ts';

const sentences = {
  'unknown-name': 'unreachableName',
  'untrusted-certificate': 'unreachableCertificate',
  closed: 'unreachableClosed',
  'no-network': 'unreachableNetwork',
  unclear: 'unreachableUnclear',
} as const satisfies Record<Reason, string>;

/** Extensions are not told why a server cannot be reached; a page that the browser loads is. */
export function Unreachable({ host }: { host: string }) {
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState('');

  async function findOut() {
    setBusy(true);
    const result = await call('explainHost', { host });
    setBusy(false);
    setSentence(result.ok ? t(sentences[result.value.reason]) : errorText(result.error.code));
  }

  if (sentence !== '') return <Banner bad>{sentence}</Banner>;
  return (
    <>
      <Button size="wide" busy={busy} onPress={() => void findOut()}>
        {t('findOut')}
      </Button>
      <p class="aside">{t('findOutHint')}</p>
    </>
  );
}
