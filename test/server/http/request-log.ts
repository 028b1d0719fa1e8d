import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Fetch } from './listener.ts';

export type LoggedRequest = {
  readonly method: string;
  /** Path with the API's root, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. Values are secrets of the demo. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body; undefined where there was none, or too much of it to keep. */
  readonly body: unknown;
  /** Undefined until answered, and for good where the connection was cut. */
  status: number | undefined;
};

const longestLog = 20_000;
const largestBody = 200_000;

export type RequestLog = ReturnType<typeof createRequestLog>;

/** Remembers what clients asked, for tests that must know what went over the wire. */
export function createRequestLog() {
  let entries: LoggedRequest[] = [];
  const around =
    (serve: Fetch): Fetch =>
    async (request, env) => {
      const { pathname, searchParams } = new URL(request.url);
      const length = Number(request.headers.get('content-length') ?? 0);
      const entry: LoggedRequest = {
        method: request.method,
        path: pathname,
        query: Object.fromEntries(searchParams),
        headers: Object.fromEntries(request.headers),
        body:
          length > 0 && length < largestBody ? parseJson(await request.clone().text()) : undefined,
        status: undefined,
      };
      if (entries.length >= longestLog) entries.shift();
      entries.push(entry);
      const response = await serve(request, env);
      if (response !== RESPONSE_ALREADY_SENT) entry.status = response.status;
      return response;
    };
  return {
    around,
    all: (): readonly LoggedRequest[] => entries,
    clear(): void {
      entries = [];
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
