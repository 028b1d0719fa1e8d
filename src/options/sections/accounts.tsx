import { useState } from 'preact/hooks';
import { Button } from '../../popup/parts/button.tsx';
import { say, sayError } from '../../popup/parts/notice.ts';
import { t } from '../../popup/parts/text.ts';
import { useOpened } from '../../popup/parts/use-opened.ts';
import { call } from '../../popup/worker.ts';
import type { AccountRow } from '../../protocol/session-calls.ts';
import { loadStatus, status } from '../status.ts';
import { Section } from './section.tsx';

/** Who is signed in where, and the way out. */
export function AccountsSection() {
  const [accounts, setAccounts] = useState<readonly AccountRow[] | null>(null);
  const [sure, setSure] = useState(false);

  async function load() {
    await loadStatus();
    const result = await call('accounts', {});
    if (result.ok) setAccounts(result.value);
    else sayError(result.error.code);
  }

  useOpened(() => {
    void load();
  });

  async function signOut() {
    const result = await call('signOut', {});
    setSure(false);
    if (!result.ok) return sayError(result.error.code);
    await load();
    say(t('signedOut'));
  }

  async function switchTo(id: string) {
    const result = await call('switchAccount', { id });
    if (!result.ok) return sayError(result.error.code);
    await load();
  }

  const none = status.value?.state === 'not-set-up';
  return (
    <Section id="accounts">
      <div class="card">
        {none && <p class="setting">{t('noAccount')}</p>}
        {accounts === null && !none && <p class="setting">{t('loading')}</p>}
        {accounts?.map(({ id, host, user, active }) => (
          <div class="setting" key={id}>
            <div class="words">
              <bdi class="name">{user}</bdi>
              <bdi class="hint">{host}</bdi>
              {active && sure && <p class="hint">{t('signOutExplained')}</p>}
            </div>
            {active ? (
              <Button
                kind={sure ? 'danger' : 'plain'}
                onPress={() => (sure ? void signOut() : setSure(true))}
              >
                {t(sure ? 'signOutSure' : 'signOut')}
              </Button>
            ) : (
              <Button onPress={() => void switchTo(id)}>{t('useAccount')}</Button>
            )}
          </div>
        ))}
        <p class="setting">
          <a
            class="button quiet small"
            href="../popup/index.html?setup"
            target="_blank"
            rel="noopener"
          >
            {t('addAccount')}
          </a>
        </p>
      </div>
    </Section>
  );
}
