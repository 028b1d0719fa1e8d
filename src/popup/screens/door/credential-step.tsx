import type { SignInRequest } from '../../../protocol/session-calls.ts';
import { t } from '../../parts/text.ts';
import { TextField } from '../../parts/text-field.tsx';

type CredentialStepProps = {
  readonly typed: SignInRequest;
  readonly change: (field: keyof SignInRequest) => (text: string) => void;
  readonly problemOf: (field: keyof SignInRequest) => string;
};

/** The key, where it is found in Passwork, and the master password where there is one. */
export function CredentialStep({ typed, change, problemOf }: CredentialStepProps) {
  return (
    <>
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
  );
}
