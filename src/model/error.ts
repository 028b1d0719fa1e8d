/**
 * Every failure that Latchkey expects, named by what a person can do about it.
 * `message` is for developers and never holds a secret, a URL path or an item's name.
 */
export const errorCodes = [
  // the server and the way to it
  'bad-host', // what was typed is no address
  'insecure-host', // http: to another machine
  'offline', // nobody answers: DNS, TLS, refused, reset
  'timeout',
  'not-passwork', // somebody answers, but no Passwork
  'unsupported-server', // a generation of Passwork we cannot speak to
  'server-error', // 5xx
  'rate-limited', // 429
  'bad-server-answer', // not what the protocol says
  'too-large', // an answer or a file beyond the limit
  'cancelled',
  // who the user is
  'wrong-credential', // API key or token refused
  'master-password-needed',
  'master-password-not-used', // given to a server without client-side encryption
  'wrong-master-password',
  'passphrase-needed', // no client-side encryption there, so a passphrase must seal the credential
  'weak-key-derivation', // the server asks for parameters outside the limits
  'second-factor-needed',
  'session-expired', // the server refused to renew the session
  'locked',
  'not-set-up',
  'wrong-pin',
  'too-many-tries',
  // what was asked for
  'denied',
  'not-found',
  'unreadable', // cannot be decrypted
  'damaged-attachment', // content and hash disagree
  'no-value', // the item has no such field, or it is empty
  'invalid-input',
  'unknown-outcome', // a write was sent and its answer lost
  // filling
  'no-match', // the item does not belong to this site
  'no-field', // nothing on the page to fill
  'address-changed', // the item's address is another than when it was last used: the user must confirm
  'sends-elsewhere', // the form sends to another site than the item's: the user must confirm
  'moved-on', // the page changed before it could be filled
  'forbidden', // the organisation's policy says no
  'storage-full', // the browser has no room left for what a session needs
  'refused', // the caller may not ask for this
  'internal', // a defect of ours
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The one error class that crosses a room. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  /** Seconds after which a repetition makes sense, where the server named them. */
  readonly retryAfter: number | undefined;
  /** Wrong entries that are still allowed, where they are counted. */
  readonly triesLeft: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      cause?: unknown;
      retryAfter?: number | undefined;
      triesLeft?: number | undefined;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter;
    this.triesLeft = options.triesLeft;
  }
}

/** Whatever was thrown, as an AppError; what we did not expect becomes `internal`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return new AppError('internal', `unexpected ${name}`, { cause: thrown });
}

type PascalCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${PascalCase<Tail>}`
  : Capitalize<S>;

/** Key in `_locales` of the sentence that tells a person what happened and what to do next. */
export function errorTextKey<C extends ErrorCode>(code: C): `error${PascalCase<C>}` {
  const words = code.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `error${words.join('')}` as `error${PascalCase<C>}`;
}
