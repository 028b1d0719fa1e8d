import { useState } from 'preact/hooks';
import { Button } from '../popup/parts/button.tsx';
import { say, sayError } from '../popup/parts/notice.ts';
import { t } from '../popup/parts/text.ts';
import { call, status } from './worker.ts';

/** Which server and who, and the way out. */
export function Account() {
  const [sure, setSure] = useState(false);
  const now = status.value;

  async function signOut() {
    const result = await call('signOut', {});
    setSure(false);
    if (!result.ok) return sayError(result.error.code);
    status.value = result.value;
    say(t('signedOut'));
  }

  return (
    <section aria-labelledby="account-title">
      <h2 id="account-title">{t('optionsAccount')}</h2>
      <div class="card">
        <div class="setting">
          <div class="words">
            {now === null || now.state === 'not-set-up' ? (
              <p>{t(now === null ? 'loading' : 'noAccount')}</p>
            ) : (
              <>
                <bdi class="name">{now.user}</bdi>
                <bdi class="hint">{now.host}</bdi>
              </>
            )}
            {sure && <p class="hint">{t('signOutExplained')}</p>}
          </div>
          {now !== null && now.state !== 'not-set-up' && (
            <Button
              kind={sure ? 'danger' : 'plain'}
              onPress={() => (sure ? void signOut() : setSure(true))}
            >
              {t(sure ? 'signOutSure' : 'signOut')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
