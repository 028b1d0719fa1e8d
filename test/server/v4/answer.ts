import type { ContentfulStatusCode } from 'hono/utils/http-status';
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
  denied: () => new Failure(403, 'accessDenied', 'Access denied'),
  noPassword: () => new Failure(404, 'passwordNull', 'Password not found'),
  notFound: () => new Failure(404, 'notFound', 'Not found'),
  invalid: (message: string) => new Failure(400, 'validationError', message),
  tooLarge: () => new Failure(413, 'payloadTooLarge', 'The attachment is too large'),
};

/** The envelope of every good answer. */
export function succeed(c: V4Context, data: unknown, code?: string): Response {
  return c.json(
    code === undefined ? { status: 'success', data } : { status: 'success', code, data },
  );
}

/** The envelope of every refusal. */
export function fail(c: V4Context, { status, code, message }: Failure): Response {
  return c.json({ status: 'failed', code, data: { errorMessage: message } }, status);
}
