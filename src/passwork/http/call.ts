import { AppError, type ErrorCode } from '../../model/error.ts';
import type { TokenKeeper } from '../tokens.ts';
import { waitFor } from './deadline.ts';
import type { Exchange, Exchanger, HttpRequest } from './exchange.ts';

export type Answer = Extract<Exchange, { kind: 'answer' }>;

/** What an answer means in the dialect of one generation. */
export type Verdict =
  | { readonly kind: 'data'; readonly data: unknown }
  /** The access token is no longer good: renew it and ask again. */
  | { readonly kind: 'expired' }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      /** True where the server itself said no in its own words, so that nothing was changed. */
      readonly spoken: boolean;
    };

/** How one generation writes its requests and answers. */
export type Dialect = {
  headers(token: string): Readonly<Record<string, string>>;
  read(answer: Answer): Verdict;
};

export type Call<T> = {
  readonly method: HttpRequest['method'];
  /** Parts of the path behind the API's root; each is percent-encoded. */
  readonly path: readonly string[];
  /** Appended as it stands: encode before. */
  readonly query?: string;
  readonly body?: unknown;
  /** True where the call changes something: a lost answer then means that nobody knows. */
  readonly write?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Shapes the data; throws `bad-server-answer`. */
  readonly parse: (data: unknown) => T;
};

export type Caller = <T>(call: Call<T>) => Promise<T>;

/** The way to one server. */
export type Connection = {
  /** Address of the API's root, without a final slash. */
  readonly base: string;
  readonly exchange: Exchanger;
  /** Ends every call of the session. */
  readonly signal: AbortSignal | undefined;
};

export type CallerOptions = Connection & {
  readonly dialect: Dialect;
  readonly tokens: TokenKeeper;
};

/** Makes the function by which an adapter asks its server anything. It throws `AppError` only. */
export function createCaller(options: CallerOptions): Caller {
  const { base, exchange, dialect, tokens } = options;
  return async (call) => {
    const signals = [options.signal, call.signal];
    const url = base + toPath(call.path) + (call.query ?? '');
    const ask = (token: string) =>
      exchange(
        { method: call.method, url, headers: dialect.headers(token), body: call.body },
        signals,
      );
    const used = await waitFor(tokens.current(), signals);
    let result = judge(await ask(used.token), dialect);
    if (result.kind === 'expired') {
      const renewed = await waitFor(tokens.renew(used), signals);
      result = judge(await ask(renewed.token), dialect);
    }
    if (result.kind === 'expired') {
      throw new AppError('session-expired', 'a renewed token was refused');
    }
    if (result.kind === 'data') return shape(call, result.data);
    throw toError(result, call.write === true);
  };
}

type Judgement = Verdict | Extract<Exchange, { kind: 'failure' }> | Refusal;
type Refusal = Extract<Verdict, { kind: 'refused' }> & { readonly retryAfter: number | undefined };

function judge(result: Exchange, dialect: Dialect): Judgement {
  if (result.kind === 'failure') return result;
  const verdict = dialect.read(result);
  return verdict.kind === 'refused' ? { ...verdict, retryAfter: result.retryAfter } : verdict;
}

/**
 * Failures in which a write may have happened all the same become `unknown-outcome`: the line broke
 * behind the request, or what answered was not the application (a gateway's page, garbage).
 */
export function toError(
  result: Exclude<Judgement, { kind: 'data' | 'expired' }>,
  write: boolean,
): AppError {
  const { code } = result;
  const retryAfter = 'retryAfter' in result ? result.retryAfter : undefined;
  const options = 'cause' in result ? { retryAfter, cause: result.cause } : { retryAfter };
  const uncertain =
    result.kind === 'failure' ? result.sent : !result.spoken && code !== 'rate-limited';
  if (write && uncertain) {
    return new AppError('unknown-outcome', `the answer to a change was lost (${code})`, options);
  }
  return new AppError(code, `request failed (${code})`, options);
}

function shape<T>(call: Call<T>, data: unknown): T {
  try {
    return call.parse(data);
  } catch (cause) {
    if (call.write !== true) throw cause;
    throw new AppError('unknown-outcome', 'a change was answered in an unknown shape', { cause });
  }
}

/** Throws `invalid-input` for parts that a URL parser would take as "here" or "one up". */
export function toPath(parts: readonly string[]): string {
  return parts
    .map((part) => {
      if (part === '' || /^\.{1,2}$/.test(part)) {
        throw new AppError('invalid-input', 'an id or token is no plain text');
      }
      return `/${encodeURIComponent(part)}`;
    })
    .join('');
}
