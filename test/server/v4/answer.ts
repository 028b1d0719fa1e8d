import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refusal, RefusalKind } from '../state/refusal.ts';
import type { V4Context } from './env.ts';

/** A refusal: HTTP status and code as section 5 of the protocol notes lists them. */
export class Failure extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const failure = {
  wrongApiKey: () => new Failure(401, 'apiKeyIsInvalid', 'Wrong API key'),
  encryptionDisabled: () =>
    new Failure(400, 'clientSideEncryptionDisabled', 'Client-side encryption is disabled'),
  masterPasswordRequired: () =>
    new Failure(400, 'masterPasswordRequired', 'The master password is required'),
  sessionExpired: () => new Failure(401, 'apiSessionExpired', 'Session expired'),
  refreshRefused: () => new Failure(401, 'refreshTokenInvalid', 'Refresh token is not valid'),
  wrongMasterHash: () => new Failure(403, 'masterHashInvalid', 'Wrong master password'),
};

/** The envelope of every good answer. */
export function succeed(c: V4Context, data: unknown, code?: string): Response {
  return c.json(
    code === undefined ? { status: 'success', data } : { status: 'success', code, data },
  );
}

/** `passwordNull` is the only code for a missing thing that is known; the others are ours. */
const refusals: Record<RefusalKind, [ContentfulStatusCode, string]> = {
  denied: [403, 'accessDenied'],
  'no-item': [404, 'passwordNull'],
  'not-found': [404, 'notFound'],
  invalid: [400, 'validationError'],
  'too-large': [413, 'payloadTooLarge'],
};

export function toFailure({ kind, message }: Refusal): Failure {
  const [status, code] = refusals[kind];
  return new Failure(status, code, message);
}

/** The envelope of every refusal. */
export function fail(c: V4Context, { status, code, message }: Failure): Response {
  return c.json({ status: 'failed', code, data: { errorMessage: message } }, status);
}
