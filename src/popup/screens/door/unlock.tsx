import { useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import type { Status, UnlockSecret } from '../../../protocol/popup-calls.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { Mark } from '../../parts/mark.tsx';
import { plural, t } from '../../parts/text.ts';
import { TextField } from '../../parts/text-field.tsx';
import { useOpened } from '../../parts/use-opened.ts';
import { enter, lockReason } from '../../state.ts';
import { call } from '../../worker.ts';

type Locked = Extract<Status, { state: 'locked' }>;
type Failure = { readonly code: ErrorCode; readonly triesLeft: number | undefined };

/** `typed` is what a person typed into the search box before the door was known to be closed. */
export function Unlock({ status, typed }: { status: Locked; typed: string }) {
  const [secret, setSecret] = useState(typed);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [leaving, setLeaving] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const reason = lockReason.value ?? status.reason;
  const label = t(status.secret === 'passphrase' ? 'passphrase' : 'masterPassword');
  const wrong = failure?.code === 'wrong-master-password';

  useOpened(() => {
    const field = input.current;
    field?.focus();
    field?.setSelectionRange(typed.length, typed.length);
  });

  async function unlock() {
    if (busy) return;
    if (secret === '') {
      input.current?.focus();
      return;
    }
    setBusy(true);
    const result = await call('unlock', { secret });
    setBusy(false);
    if (result.ok) {
      enter(result.value);
      return;
    }
    setFailure({ code: result.error.code, triesLeft: result.error.triesLeft });
    input.current?.focus();
    input.current?.select();
  }

  async function signOut() {
    const result = await call('signOut', {});
    if (result.ok) enter(result.value);
    else setFailure({ code: result.error.code, triesLeft: undefined });
  }

  const sentence = failure === null ? '' : unlockProblem(failure, status.secret);
  return (
    <div class="door high">
      <div class="head">
        <Mark />
        <h1>{t('unlockTitle')}</h1>
        <p>
          <bdi>{status.user}</bdi>
          <br />
          <bdi>{status.host}</bdi>
        </p>
      </div>
      {failure === null && reason !== null && <Banner>{errorText(reason)}</Banner>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <TextField
          name="secret"
          label={label}
          value={secret}
          onText={setSecret}
          secret
          problem={wrong ? sentence : ''}
          inputRef={input}
        />
        <Button kind="primary" size="wide" submit busy={busy}>
          {t(busy ? 'unlocking' : 'unlock')}
        </Button>
        {failure !== null && !wrong && <Banner bad>{sentence}</Banner>}
      </form>
      <div class="under">
        {leaving ? (
          <>
            <p>{t('signOutExplained')}</p>
            <Button kind="danger" size="small" onPress={() => void signOut()}>
              {t('signOut')}
            </Button>
          </>
        ) : (
          <Button kind="quiet" size="small" onPress={() => setLeaving(true)}>
            {t('otherAccount')}
          </Button>
        )}
      </div>
    </div>
  );
}

function unlockProblem({ code, triesLeft }: Failure, secret: UnlockSecret): string {
  const wrongPassphrase = code === 'wrong-master-password' && secret === 'passphrase';
  const text = wrongPassphrase ? t('passphraseWrong') : errorText(code);
  return triesLeft === undefined ? text : `${text} ${plural('triesLeft', triesLeft)}`;
}
