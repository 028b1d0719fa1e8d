import { useState } from 'preact/hooks';
import { hasAuthenticator, makePasskey } from '../../platform/passkey.ts';
import { Button } from '../parts/button.tsx';
import { say, sayError } from '../parts/notice.ts';
import { t } from '../parts/text.ts';
import { useOpened } from '../parts/use-opened.ts';
import { call } from '../worker.ts';

/** Fingerprint, face or the device's own PIN; not shown where the device has none of them. */
export function PasskeySetting({ user }: { user: string }) {
  const [possible, setPossible] = useState(false);
  const [isSet, setIsSet] = useState(false);

  useOpened(() => {
    void hasAuthenticator().then(setPossible);
    void call('passkey', {}).then((result) => result.ok && setIsSet(result.value.set));
  });

  if (!possible) return null;

  async function save(next: { credential: string; secret: string }) {
    const result = await call('savePasskey', next);
    if (!result.ok) return sayError(result.error.code);
    setIsSet(result.value.set);
    say(t(result.value.set ? 'passkeySet' : 'passkeyRemoved'));
  }

  async function add() {
    const made = await makePasskey(user);
    if (made === null) say(t('passkeyFailed'));
    else await save(made);
  }

  return (
    <div class="setting">
      <div class="words">
        <span class="name">{t('passkeyTitle')}</span>
        <p class="hint">{t('passkeyText')}</p>
      </div>
      <div class="acts">
        {isSet ? (
          <Button onPress={() => void save({ credential: '', secret: '' })}>
            {t('passkeyRemove')}
          </Button>
        ) : (
          <Button onPress={() => void add()}>{t('passkeyAdd')}</Button>
        )}
      </div>
    </div>
  );
}
