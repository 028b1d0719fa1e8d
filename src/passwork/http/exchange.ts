import type { ErrorCode } from '../../model/error.ts';
import { type Deadline, startDeadline } from './deadline.ts';

/** Bounds on one exchange with a server that may be slow, broken or hostile. */
export type Weather = {
  /** Milliseconds until the first byte of the answer. */
  readonly answerMs: number;
  /** Milliseconds for the whole body. */
  readonly bodyMs: number;
  /** Bytes of a body. An attachment of 5 MiB travels as 14.9 MB; a list of 100,000 items as 50. */
  readonly bodyBytes: number;
  /** Milliseconds to wait before each repetition of a request that may be repeated. */
  readonly pausesMs: readonly number[];
};

export const fairWeather: Weather = {
  answerMs: 20_000,
  bodyMs: 120_000,
  bodyBytes: 96 * 1024 * 1024,
  pausesMs: [250, 1000],
};

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined sends no body. */
  readonly body?: unknown;
};

/** What became of a request. Only an answer has a status; whatever else happened is a failure. */
export type Exchange =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Parsed JSON; undefined where the body is something else (HTML, garbage, nothing). */
      readonly json: unknown;
      /** True where the body was empty. */
      readonly empty: boolean;
      /** Seconds, where the server named them in Retry-After. */
      readonly retryAfter: number | undefined;
    }
  | {
      readonly kind: 'failure';
      readonly code: Extract<
        ErrorCode,
        'offline' | 'timeout' | 'cancelled' | 'too-large' | 'bad-server-answer'
      >;
      /** False only where the request certainly never reached the server. */
      readonly sent: boolean;
      readonly cause?: unknown;
    };

export type Exchanger = (
  request: HttpRequest,
  signals: readonly (AbortSignal | undefined)[],
) => Promise<Exchange>;

/**
 * Makes the one function that talks to the network. It never throws and never follows a redirect:
 * a redirect would carry credentials to a place the user did not name.
 */
export function createExchanger(
  fetch: typeof globalThis.fetch,
  weather: Weather = fairWeather,
): Exchanger {
  return async (request, signals) => {
    const wasOffline = saysOffline();
    const deadline = startDeadline(signals);
    try {
      if (deadline.signal.aborted) return { kind: 'failure', code: 'cancelled', sent: false };
      deadline.within(weather.answerMs);
      const response = await fetch(request.url, toInit(request, deadline.signal));
      // A browser hides a redirect that it was told not to follow behind status 0.
      if (response.type === 'opaqueredirect' || isRedirect(response.status)) {
        await response.body?.cancel();
        return { kind: 'failure', code: 'bad-server-answer', sent: true, cause: 'redirect' };
      }
      deadline.within(weather.bodyMs);
      const body = await readText(response, weather.bodyBytes);
      if (typeof body === 'string') return { kind: 'failure', code: body, sent: true };
      return {
        kind: 'answer',
        status: response.status,
        json: parseJson(body.text),
        empty: body.text === '',
        retryAfter: readRetryAfter(response.headers.get('retry-after')),
      };
    } catch (cause) {
      return toFailure(cause, deadline, wasOffline);
    } finally {
      deadline.end();
    }
  };
}

function toInit(request: HttpRequest, signal: AbortSignal): RequestInit {
  const init: RequestInit = {
    method: request.method,
    headers: { Accept: 'application/json', ...request.headers },
    credentials: 'omit',
    cache: 'no-store',
    // `error` would look like a dead line in a browser; `manual` does not follow either.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    signal,
  };
  if (request.body === undefined) return init;
  return {
    ...init,
    headers: { ...init.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(request.body),
  };
}

const isRedirect = (status: number) => status >= 300 && status < 400 && status !== 304;

/** The body as text. Throws where the line breaks. */
async function readText(
  response: Response,
  limit: number,
): Promise<{ readonly text: string } | 'too-large' | 'bad-server-answer'> {
  const body = response.body;
  if (body === null) return { text: '' };
  const reader = body.getReader();
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await reader.cancel();
    return 'too-large';
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    size += value?.byteLength ?? 0;
    const part = size > limit ? 'too-large' : decode(decoder, value);
    if (part === 'too-large' || part === null) {
      await reader.cancel();
      return part ?? 'bad-server-answer';
    }
    parts.push(part);
    if (done) return { text: parts.join('') };
  }
}

/** The next piece of text, the last one where there are no more bytes; null for broken UTF-8. */
function decode(decoder: TextDecoder, bytes: Uint8Array | undefined): string | null {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds or an HTTP date (RFC 9110, section 10.2.3); anything else counts as not said. */
function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

/** Codes by which Node says that no connection came about. A browser gives no reason at all. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_SSL_WRONG_VERSION_NUMBER|UNABLE_TO_\w+|\w*CERT\w*)$/;

/** A browser knows when there is no network at all. Node 20 has no `navigator`. */
function saysOffline(): boolean {
  return 'navigator' in globalThis && navigator.onLine === false;
}

function toFailure(cause: unknown, deadline: Deadline, wasOffline: boolean): Exchange {
  const reason = deadline.reason();
  if (reason !== null) return { kind: 'failure', code: reason, sent: true, cause };
  const inner = cause instanceof Error ? cause.cause : undefined;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  return {
    kind: 'failure',
    code: 'offline',
    sent: !wasOffline && !neverConnected.test(code),
    cause,
  };
}
