import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';

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
  const middleware: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
    const length = Number(c.req.header('content-length') ?? 0);
    const entry: LoggedRequest = {
      method: c.req.method,
      path: c.req.path,
      query: c.req.query(),
      headers: c.req.header(),
      body: length > 0 && length < largestBody ? parseJson(await c.req.text()) : undefined,
      status: undefined,
    };
    if (entries.length >= longestLog) entries.shift();
    entries.push(entry);
    await next();
    entry.status = c.res.status;
  };
  return {
    middleware,
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
