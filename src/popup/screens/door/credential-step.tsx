import type { SignInRequest } from '../../../protocol/session-calls.ts';
import { t } from '../../parts/text.ts';
import { TextField } from '../../parts/text-field.tsx';

type CredentialStepProps = {
  readonly typed: Required<SignInRequest>;
  /** The server takes a pair of tokens instead of a key. */
  readonly tokens: boolean;
  readonly change: (field: keyof SignInRequest) => (text: string) => void;
  readonly problemOf: (field: keyof SignInRequest) => string;
};

/** The key, where it is found in Passwork, and the master password where there is one. */
export function CredentialStep({ typed, tokens, change, problemOf }: CredentialStepProps) {
  return (
    <>
      <TextField
        key="apiKey"
        name="apiKey"
        label={t(tokens ? 'accessToken' : 'apiKey')}
        hint={t(tokens ? 'accessTokenHint' : 'apiKeyHint')}
        value={typed.apiKey}
        onText={change('apiKey')}
        problem={problemOf('apiKey')}
        secret
      />
      {tokens && (
        <TextField
          key="refreshToken"
          name="refreshToken"
          label={t('refreshToken')}
          hint={t('refreshTokenHint')}
          value={typed.refreshToken}
          onText={change('refreshToken')}
          problem={problemOf('refreshToken')}
          secret
        />
      )}
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
