/** For every failure a sentence that says what happened and what to do next. */
import type { ErrorCode } from '../../model/error.ts';
import { type MessageKey, t } from './text.ts';

// A code without a text does not compile.
const keys: Record<ErrorCode, MessageKey> = {
  'bad-host': 'errorBadHost',
  'insecure-host': 'errorInsecureHost',
  offline: 'errorOffline',
  timeout: 'errorTimeout',
  'not-passwork': 'errorNotPasswork',
  'unsupported-server': 'errorUnsupportedServer',
  'server-error': 'errorServerError',
  'rate-limited': 'errorRateLimited',
  'bad-server-answer': 'errorBadServerAnswer',
  'too-large': 'errorTooLarge',
  cancelled: 'errorCancelled',
  'wrong-credential': 'errorWrongCredential',
  'master-password-needed': 'errorMasterPasswordNeeded',
  'master-password-not-used': 'errorMasterPasswordNotUsed',
  'wrong-master-password': 'errorWrongMasterPassword',
  'passphrase-needed': 'errorPassphraseNeeded',
  'weak-key-derivation': 'errorWeakKeyDerivation',
  'second-factor-needed': 'errorSecondFactorNeeded',
  'session-expired': 'errorSessionExpired',
  locked: 'errorLocked',
  'not-set-up': 'errorNotSetUp',
  'wrong-pin': 'errorWrongPin',
  'too-many-tries': 'errorTooManyTries',
  denied: 'errorDenied',
  'not-found': 'errorNotFound',
  unreadable: 'errorUnreadable',
  'damaged-attachment': 'errorDamagedAttachment',
  'no-value': 'errorNoValue',
  'invalid-input': 'errorInvalidInput',
  'unknown-outcome': 'errorUnknownOutcome',
  'no-match': 'errorNoMatch',
  'no-field': 'errorNoField',
  'address-changed': 'errorAddressChanged',
  'sends-elsewhere': 'errorSendsElsewhere',
  'moved-on': 'errorMovedOn',
  forbidden: 'errorForbidden',
  'storage-full': 'errorStorageFull',
  refused: 'errorRefused',
  internal: 'errorInternal',
};

export function errorText(code: ErrorCode): string {
  return t(keys[code]);
}
