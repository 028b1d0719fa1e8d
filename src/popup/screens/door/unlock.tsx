import { useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import { askPasskey } from '../../../platform/passkey.ts';
import type { Status } from '../../../protocol/session-calls.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { Mark } from '../../parts/mark.tsx';
import { say } from '../../parts/notice.ts';
import { plural, t } from '../../parts/text.ts';
import { TextField } from '../../parts/text-field.tsx';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { enter, lockReason } from '../../state.ts';
import { call } from '../../worker.ts';
import { takeEarly } from '../home/home-state.ts';
import { OtherAccount } from './other-account.tsx';

type Locked = Extract<Status, { state: 'locked' }>;
type Failure = { readonly code: ErrorCode; readonly triesLeft: number | undefined };

/** Failures about what was typed stand at its field; others stand apart. */
const wrongSecret: readonly ErrorCode[] = ['wrong-master-password', 'wrong-pin'];

export function Unlock({ status }: { status: Locked }) {
  const [secret, setSecret] = useState(takeEarly);
  const [withPin, setWithPin] = useState(status.pinTries !== null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const reason = lockReason.value ?? status.reason;
  const wrong = failure !== null && wrongSecret.includes(failure.code);
  const sentence = failure === null ? '' : unlockProblem(failure, status);

  useOpened(() => {
    const field = input.current;
    field?.focus();
    field?.setSelectionRange(secret.length, secret.length);
  });

  useKeptFocus(input);

  const change = (pin: boolean) => {
    setWithPin(pin);
    setSecret('');
    setFailure(null);
    input.current?.focus();
  };

  async function unlockWithPasskey() {
    const passkey = await askPasskey(status.passkey);
    if (passkey === null) {
      say(t('passkeyFailed'));
      return;
    }
    const result = await call('unlockWithPasskey', { secret: passkey.secret });
    if (result.ok) enter(result.value);
    else setFailure({ code: result.error.code, triesLeft: undefined });
  }

  async function unlock() {
    if (busy) return;
    if (secret === '') {
      input.current?.focus();
      return;
    }
    setBusy(true);
    const result = await (withPin
      ? call('unlockWithPin', { pin: secret })
      : call('unlock', { secret }));
    setBusy(false);
    if (result.ok) {
      enter(result.value);
      return;
    }
    const { code, triesLeft } = result.error;
    if (code === 'too-many-tries') change(false);
    setFailure({ code, triesLeft });
    input.current?.focus();
    input.current?.select();
  }

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
          label={withPin ? t('pin') : secretName(status)}
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
        {status.passkey !== '' && (
          <Button size="small" onPress={() => void unlockWithPasskey()}>
            {t('usePasskey')}
          </Button>
        )}
        {status.pinTries !== null && failure?.code !== 'too-many-tries' && (
          <Button kind="quiet" size="small" onPress={() => change(!withPin)}>
            {withPin ? insteadOfPin(status) : t('usePin')}
          </Button>
        )}
        <OtherAccount onFailure={(code) => setFailure({ code, triesLeft: undefined })} />
      </div>
    </div>
  );
}

const secretName = ({ secret }: Locked): string =>
  t(secret === 'passphrase' ? 'passphrase' : 'masterPassword');

const insteadOfPin = ({ secret }: Locked): string =>
  t(secret === 'passphrase' ? 'usePassphrase' : 'useMasterPassword');

function unlockProblem({ code, triesLeft }: Failure, { secret }: Locked): string {
  const wrongPassphrase = code === 'wrong-master-password' && secret === 'passphrase';
  const text = wrongPassphrase ? t('passphraseWrong') : errorText(code);
  return triesLeft === undefined ? text : `${text} ${plural('triesLeft', triesLeft)}`;
}
