import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refusal, RefusalKind } from '../state/refusal.ts';
import type { V7Context } from './env.ts';

/** A refusal before anything is looked at: HTTP status and code of section 5, column v7. */
export class Failure extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly field: string | null;

  constructor(
    status: ContentfulStatusCode,
    { code, message, field = null }: { code: string; message: string; field?: string | null },
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

export const failure = {
  unauthorized: () => new Failure(401, { code: 'unauthorized', message: 'Not signed in' }),
  tokenExpired: () =>
    new Failure(401, { code: 'accessTokenExpired', message: 'Access token expired' }),
  refreshRefused: () =>
    new Failure(401, { code: 'refreshTokenInvalid', message: 'Refresh token is not valid' }),
  secondFactorRequired: () =>
    new Failure(401, { code: 'twoFactorAuthRequired', message: 'A second factor is required' }),
  wrongMasterKeyHash: () =>
    new Failure(403, { code: 'masterKeyHashInvalid', message: 'Wrong master password' }),
  wrongCredentials: () =>
    new Failure(401, { code: 'invalidCredentials', message: 'Wrong user name or password' }),
  wrongCode: () => new Failure(401, { code: 'invalidCode', message: 'Wrong code', field: 'code' }),
};

const refusals: Record<RefusalKind, [ContentfulStatusCode, string]> = {
  denied: [403, 'accessDenied'],
  'no-item': [404, 'notFound'],
  'not-found': [404, 'notFound'],
  invalid: [400, 'validationError'],
  'too-large': [413, 'payloadTooLarge'],
};

export function toFailure({ kind, message, field }: Refusal): Failure {
  const [status, code] = refusals[kind];
  return new Failure(status, { code, message, field });
}

/** An answer in the form that server and client agreed on. */
export function answer(c: V7Context, data: unknown, status: ContentfulStatusCode = 200): Response {
  const { format } = c.var.server;
  const raw =
    format === 'raw' || (format === 'by-header' && c.req.header('X-Response-Format') === 'raw');
  return c.json(raw ? data : wrap(data), status);
}

/** The default of real servers, errors included. */
function wrap(data: unknown): { format: 'base64'; content: string } {
  const content = Buffer.from(JSON.stringify(data), 'utf8').toString('base64');
  return { format: 'base64', content };
}

/** Every refusal is a list of one. */
export function fail(c: V7Context, { status, code, message, field }: Failure): Response {
  return answer(c, { errors: [{ code, field, message }] }, status);
}
