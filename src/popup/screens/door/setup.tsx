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
import { enter, managed, show, status } from '../../state.ts';
import { call } from '../../worker.ts';
import { CredentialStep } from './credential-step.tsx';
import { ServerStep } from './server-step.tsx';
import { keepDraft } from './setup-draft.ts';
import { Steps } from './steps.tsx';
import { Unreachable } from './unreachable.tsx';
import { useProbe } from './use-probe.ts';

const shortest = 8;
const nothingTyped: Required<SignInRequest> = {
  host: '',
  apiKey: '',
  refreshToken: '',
  masterPassword: '',
  passphrase: '',
};

type Step = 'server' | 'credential' | 'passphrase';
type Field = keyof SignInRequest;

const titles = {
  server: ['setupTitle', 'setupText'],
  credential: ['credentialTitle', 'credentialText'],
  passphrase: ['passphraseTitle', 'passphraseText'],
} as const;

/** The field a failure is about, so that its sentence stands where the mending happens. */
const fieldOf: Partial<Record<ErrorCode, Field>> = {
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

type Problem = { readonly field: Field | null; readonly text: string };

/** First run: the server; the key, and a passphrase where the server needs one; then the welcome. */
export function Setup() {
  const [typed, setTyped] = useState(nothingTyped);
  const [step, setStep] = useState<Step>('server');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const hostInput = useRef<HTMLInputElement>(null);
  const touched = useRef(false);
  const { probe, ask } = useProbe(typed.host);

  useOpened(() => {
    void call('setupDraft', {}).then((result) => {
      if (!result.ok || touched.current) return;
      const { host, ...credential } = result.value;
      setTyped((old) => ({ ...old, ...credential, host: host || old.host }));
    });
  });

  const servers = managed.value?.servers ?? [];
  const [prescribed] = servers;
  useEffect(() => {
    if (prescribed === undefined) return;
    setTyped((old) => (old.host === '' ? { ...old, host: prescribed } : old));
  }, [prescribed]);

  const change = (field: Field) => (text: string) => {
    touched.current = true;
    const next = { ...typed, [field]: text };
    setTyped(next);
    if (problem?.field === field) setProblem(null);
    const { host, apiKey, refreshToken } = next;
    keepDraft({ host, apiKey, refreshToken });
  };

  // The field that a refusal is about takes the focus, otherwise each step's first.
  const aim = problem?.field ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step or a refusal moves the focus, nothing else
  useEffect(() => {
    const field = aim === null ? 'input' : `[name="${aim}"]`;
    if (!busy) form.current?.querySelector<HTMLElement>(field)?.focus();
  }, [step, problem]);

  const go = (next: Step) => {
    setProblem(null);
    setStep(next);
  };
  const refuse = (field: Field | null, text: string) => {
    // Each step shows its own fields only.
    if (field === 'host') setStep('server');
    else if (field !== null && field !== 'passphrase') setStep('credential');
    setProblem({ field, text });
  };
  const refuseFor = (code: ErrorCode) => refuse(fieldOf[code] ?? null, errorText(code));

  // A Passwork 7 knows no API keys.
  const tokens = probe.state === 'found' && probe.found.generation === 'v7';

  async function checkServer() {
    if (typed.host.trim() === '') return refuse('host', t('hostMissing'));
    setBusy(true);
    const answer = await ask();
    setBusy(false);
    if (answer.state === 'failed') refuseFor(answer.code);
    else if (answer.state === 'found') go('credential');
  }

  async function signIn() {
    if (typed.apiKey.trim() === '') {
      return refuse('apiKey', t(tokens ? 'accessTokenMissing' : 'apiKeyMissing'));
    }
    if (tokens && typed.refreshToken.trim() === '') {
      return refuse('refreshToken', t('refreshTokenMissing'));
    }
    if (step === 'passphrase' && [...typed.passphrase].length < shortest) {
      return refuse('passphrase', plural('passphraseShort', shortest));
    }
    setBusy(true);
    setProblem(null);
    const isFirst = status.value?.state === 'not-set-up';
    const result = await call('signIn', {
      host: typed.host.trim(),
      apiKey: typed.apiKey.trim(),
      masterPassword: typed.masterPassword,
      passphrase: step === 'passphrase' ? typed.passphrase : '',
      ...(tokens ? { refreshToken: typed.refreshToken.trim() } : {}),
    });
    setBusy(false);
    if (result.ok) {
      show({ screen: isFirst ? 'welcome' : 'home' });
      enter(result.value);
    } else if (result.error.code === 'passphrase-needed') go('passphrase');
    else refuseFor(result.error.code);
  }

  const problemOf = (field: Field) => (problem?.field === field ? problem.text : '');
  const [title, text] = titles[step];
  const unreachable = probe.state === 'failed' && probe.code === 'offline';
  return (
    <div class="door">
      <Steps at={step === 'server' ? 1 : 2} />
      <div class="head">
        <Mark size={40} />
        <h1>{t(title)}</h1>
        <p>{t(text)}</p>
      </div>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void (step === 'server' ? checkServer() : signIn());
        }}
      >
        {step === 'server' && (
          <ServerStep
            host={typed.host}
            onHost={change('host')}
            servers={servers}
            probe={probe}
            problem={problemOf('host')}
            inputRef={hostInput}
          />
        )}
        {step === 'credential' && (
          <CredentialStep typed={typed} tokens={tokens} change={change} problemOf={problemOf} />
        )}
        {step === 'passphrase' && (
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
          {t(busy ? 'connecting' : step === 'server' ? 'goOn' : 'connect')}
        </Button>
        {problem?.field === null && <Banner bad>{problem.text}</Banner>}
        {step !== 'server' && (
          <Button
            kind="quiet"
            size="wide"
            onPress={() => go(step === 'passphrase' ? 'credential' : 'server')}
          >
            {t('back')}
          </Button>
        )}
        {step === 'server' && unreachable && <Unreachable host={typed.host.trim()} />}
      </form>
    </div>
  );
}
