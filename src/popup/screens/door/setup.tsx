import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import type { SignInRequest } from '../../../protocol/session-calls.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { Mark } from '../../parts/mark.tsx';
import { plural, t } from '../../parts/text.ts';
import { TextField } from '../../parts/text-field.tsx';
import { useOpened } from '../../parts/use-opened.ts';
import { enter, managed, show } from '../../state.ts';
import { call } from '../../worker.ts';
import { keepDraft } from './setup-draft.ts';

const shortest = 8;
const nothingTyped: SignInRequest = { host: '', apiKey: '', masterPassword: '', passphrase: '' };

/** The field a failure is about, so that its sentence stands where the mending happens. */
const fieldOf: Partial<Record<ErrorCode, keyof SignInRequest>> = {
  'bad-host': 'host',
  forbidden: 'host',
  'insecure-host': 'host',
  offline: 'host',
  'not-passwork': 'host',
  'unsupported-server': 'host',
  'wrong-credential': 'apiKey',
  'master-password-needed': 'masterPassword',
  'master-password-not-used': 'masterPassword',
  'wrong-master-password': 'masterPassword',
};

type Problem = { readonly field: keyof SignInRequest | null; readonly text: string };

/** First run: server and key; then, only where the server needs it, a passphrase for this device. */
export function Setup() {
  const [typed, setTyped] = useState(nothingTyped);
  const [step, setStep] = useState<'account' | 'passphrase'>('account');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const touched = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step opens with its first field
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, [step]);

  useOpened(() => {
    void call('setupDraft', {}).then((result) => {
      if (result.ok && !touched.current) {
        const { host, apiKey } = result.value;
        setTyped((old) => ({ ...old, host: host || old.host, apiKey }));
      }
    });
  });

  const servers = managed.value?.servers ?? [];
  const [prescribed] = servers;
  useEffect(() => {
    if (prescribed === undefined) return;
    setTyped((old) => (old.host === '' ? { ...old, host: prescribed } : old));
  }, [prescribed]);

  const change = (field: keyof SignInRequest) => (text: string) => {
    touched.current = true;
    const next = { ...typed, [field]: text };
    setTyped(next);
    if (problem?.field === field) setProblem(null);
    keepDraft({ host: next.host, apiKey: next.apiKey });
  };

  const refuse = (field: keyof SignInRequest | null, text: string) => {
    setProblem({ field, text });
    if (field !== null) form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  };

  async function signIn() {
    if (busy) return;
    if (typed.host.trim() === '') return refuse('host', t('hostMissing'));
    if (typed.apiKey.trim() === '') return refuse('apiKey', t('apiKeyMissing'));
    if (step === 'passphrase' && [...typed.passphrase].length < shortest) {
      return refuse('passphrase', plural('passphraseShort', shortest));
    }
    setBusy(true);
    setProblem(null);
    const passphrase = step === 'passphrase' ? typed.passphrase : '';
    const result = await call('signIn', {
      ...typed,
      host: typed.host.trim(),
      apiKey: typed.apiKey.trim(),
      passphrase,
    });
    setBusy(false);
    if (result.ok) {
      show({ screen: 'home' });
      return enter(result.value);
    }
    const { code } = result.error;
    if (code === 'passphrase-needed') return setStep('passphrase');
    const field = fieldOf[code] ?? null;
    // The second step shows only its own field.
    if (field !== null) setStep('account');
    refuse(field, errorText(code));
  }

  const problemOf = (field: keyof SignInRequest) => (problem?.field === field ? problem.text : '');
  const atAccount = step === 'account';
  return (
    <div class={atAccount ? 'door' : 'door high'}>
      <div class="head">
        <Mark size={48} />
        <h1>{t(atAccount ? 'setupTitle' : 'passphraseTitle')}</h1>
        <p>{t(atAccount ? 'setupText' : 'passphraseText')}</p>
      </div>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        {atAccount ? (
          <>
            <TextField
              key="host"
              name="host"
              label={t('host')}
              placeholder="passwork.example.com"
              hint={servers.length > 0 ? t('hostManaged', servers.join(', ')) : ''}
              value={typed.host}
              onText={change('host')}
              problem={problemOf('host')}
            />
            <TextField
              key="apiKey"
              name="apiKey"
              label={t('apiKey')}
              hint={t('apiKeyHint')}
              value={typed.apiKey}
              onText={change('apiKey')}
              problem={problemOf('apiKey')}
              secret
            />
            <TextField
              key="masterPassword"
              name="masterPassword"
              label={t('masterPassword')}
              hint={t('masterPasswordHint')}
              value={typed.masterPassword}
              onText={change('masterPassword')}
              problem={problemOf('masterPassword')}
              secret
              optional
            />
          </>
        ) : (
          <TextField
            key="passphrase"
            name="passphrase"
            label={t('passphrase')}
            hint={plural('passphraseHint', shortest)}
            value={typed.passphrase}
            onText={change('passphrase')}
            problem={problemOf('passphrase')}
            secret
          />
        )}
        <Button kind="primary" size="wide" submit busy={busy}>
          {t(busy ? 'connecting' : atAccount ? 'connect' : 'finish')}
        </Button>
        {problem?.field === null && <Banner bad>{problem.text}</Banner>}
        {!atAccount && (
          <Button kind="quiet" size="wide" onPress={() => setStep('account')}>
            {t('back')}
          </Button>
        )}
      </form>
    </div>
  );
}
