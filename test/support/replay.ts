/** Serves the scenes of `test/vectors` (format in its README) over real HTTP, for the connector's tests. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Route = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly response: unknown;
  readonly query?: Record<string, string>;
  readonly when?: { readonly bodyHas?: string; readonly bodyEquals?: unknown };
  readonly auth?: false | 'token';
  readonly batch?: boolean;
};

export type ExpectedAttachment = {
  readonly id: string;
  readonly name: string;
  /** Left out where the content was not recorded. */
  readonly dataBase64?: string;
  readonly attachmentKey?: string | null;
};

export type ExpectedItem = {
  readonly itemKey: string | null;
  readonly name: string;
  readonly password: string;
  readonly custom?: readonly { name: string; type: string; value: string }[] | null;
  readonly customs?: readonly { name: string; type: string; value: string }[] | null;
  readonly attachments: readonly ExpectedAttachment[];
  readonly totp?: readonly { customIndex: number; at: number; code: string | null }[];
  readonly passwordId?: string;
  readonly itemId?: string;
};

export type ExpectedSnapshot = {
  readonly itemId: string;
  readonly password: string;
  readonly customs: readonly { name: string; type: string; value: string }[];
};

export type Scene = {
  readonly name: string;
  readonly api: 'v4' | 'v7';
  readonly basePath: string;
  readonly clientSideEncryption: boolean;
  readonly wrapBase64?: boolean;
  readonly serverVersion?: string;
  readonly credentials: {
    readonly apiKey?: string;
    readonly masterPassword: string | null;
    readonly mkOptions?: string | null;
    readonly token?: string;
    readonly accessToken?: string;
    readonly refreshToken: string | null;
  };
  readonly routes: readonly Route[];
  readonly expected: {
    readonly masterKey: string | null;
    readonly masterHash: string;
    readonly privateKey?: string | null;
    readonly domainMaster?: string | null;
    readonly vaults: Record<
      string,
      { name: string; scope?: string; vaultPassword?: string | null; vaultKey?: string | null }
    >;
    readonly passwords?: Record<string, ExpectedItem>;
    readonly items?: Record<string, ExpectedItem>;
    readonly shortcuts: Record<string, ExpectedItem>;
    readonly inbox: Record<string, ExpectedItem>;
    readonly snapshots?: Record<string, ExpectedSnapshot>;
  };
  readonly operations?: readonly Operation[];
};

export type RecordedRequest = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly encrypted?: readonly {
    pointer: string;
    key: string | null;
    passphrase?: string;
    plaintext: string;
  }[];
};

export type Operation = {
  readonly client: string;
  readonly operation: string;
  /** What the recorded call was given; text or an object. */
  readonly call?: unknown;
  readonly result?: unknown;
  readonly requests: readonly RecordedRequest[];
};

/** The scenes of one file of `test/vectors`. */
export function readScenes(file: string): readonly Scene[] {
  const url = new URL(`../vectors/${file}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')).scenes;
}

export function findScene(file: string, name: string): Scene {
  const scene = readScenes(file).find((candidate) => candidate.name === name);
  if (scene === undefined) throw new Error(`${file} has no scene ${name}`);
  return scene;
}

/** The `data` of the scene's answer at a path, or on Passwork 7 the answer itself. */
export function dataOf(scene: Scene, path: string): Record<string, unknown> {
  const route = scene.routes.find((one) => one.path === path);
  if (route === undefined) throw new Error(`${scene.name} has no route ${path}`);
  const response = route.response as Record<string, unknown>;
  return scene.api === 'v4' ? (response.data as Record<string, unknown>) : response;
}

/** The body that an official client sent in the first recording of an operation. */
export function recordedBody<T>(scene: Scene, name: string): T {
  const recorded = scene.operations?.find(({ operation }) => operation === name)?.requests[0];
  if (recorded === undefined) throw new Error(`${scene.name} has no recording of ${name}`);
  return recorded.body as T;
}

/** A request as the server saw it; `path` is relative to the scene's base. */
export type Seen = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
};

export type Reply = {
  readonly status: number;
  /** Sent as JSON where it is no string. */
  readonly body: unknown;
  readonly headers?: Record<string, string>;
};

/** Answers instead of the scene, or not at all where it answers itself; undefined lets the scene speak. */
export type Hook = (seen: Seen, response: ServerResponse) => Reply | 'handled' | undefined;

export type Replay = {
  /** With scheme and port, without API path. */
  readonly host: string;
  readonly seen: Seen[];
  /** Requests that reached the server under this method and path. */
  count(method: string, path: string): number;
  close(): Promise<void>;
};

/** Starts a server that knows the scene's routes and checks what each of them wants as credentials. */
export async function startReplay(scene: Scene, hook: Hook = () => undefined): Promise<Replay> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const request_ = await read(request, scene.basePath);
    seen.push(request_);
    const hooked = hook(request_, response);
    if (hooked === 'handled') return;
    const reply = hooked ?? answer(scene, request_);
    const isText = typeof reply.body === 'string';
    response.writeHead(reply.status, {
      'content-type': isText ? 'text/html' : 'application/json',
      ...reply.headers,
    });
    response.end(isText ? reply.body : JSON.stringify(wrap(scene, request_, reply.body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `http://127.0.0.1:${port}`,
    seen,
    count: (method, path) =>
      seen.filter((one) => one.method === method && one.path === path).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage, basePath: string): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://replay');
  const path = url.pathname.startsWith(basePath) ? url.pathname.slice(basePath.length) : '';
  return {
    method: request.method ?? '',
    path: path === '' ? `outside ${url.pathname}` : decodeURIComponent(path),
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function answer(scene: Scene, seen: Seen): Reply {
  if (seen.path.startsWith('outside ')) return { status: 404, body: '<html>no such page</html>' };
  const route = scene.routes.find((candidate) => matches(candidate, seen));
  if (route === undefined) return fail(scene, 404, 'notFound');
  const refusal = route.auth === false ? null : refuse(scene, route, seen);
  if (refusal !== null) return refusal;
  if (route.batch) return { status: 200, body: { responses: answerBatch(scene, seen) } };
  return { status: route.status, body: route.response };
}

function matches(route: Route, seen: Seen): boolean {
  const { path, query = {}, when } = route;
  const rightPath = path.endsWith('*')
    ? seen.path.startsWith(path.slice(0, -1))
    : seen.path === path;
  const rightQuery = Object.entries(query).every(([key, value]) => seen.query.get(key) === value);
  const body = seen.body ?? {};
  const rightBody =
    (when?.bodyHas === undefined || Object.hasOwn(body, when.bodyHas)) &&
    (when?.bodyEquals === undefined || JSON.stringify(body) === JSON.stringify(when.bodyEquals));
  return seen.method === route.method && rightPath && rightQuery && rightBody;
}

function refuse(scene: Scene, route: Route, seen: Seen): Reply | null {
  const { token, accessToken } = scene.credentials;
  const v4 = scene.api === 'v4';
  const given = v4 ? seen.headers['passwork-auth'] : seen.headers.authorization;
  if (given !== (v4 ? token : `Bearer ${accessToken}`)) {
    return fail(scene, 401, v4 ? 'apiSessionExpired' : 'accessTokenExpired');
  }
  const proof = seen.headers[v4 ? 'passwork-masterhash' : 'x-master-key-hash'] ?? '';
  if (route.auth === undefined && proof !== (scene.expected.masterHash ?? '')) {
    return fail(scene, 403, 'masterHashInvalid');
  }
  return null;
}

export function fail(scene: Pick<Scene, 'api'>, status: number, code: string): Reply {
  return scene.api === 'v4'
    ? { status, body: { status: 'failed', code, data: { errorMessage: code } } }
    : { status, body: { errors: [{ code, field: null, message: code }] } };
}

function answerBatch(scene: Scene, seen: Seen): unknown[] {
  const { requests } = seen.body as { requests: { method: string; relativeUrl: string }[] };
  return requests.map(({ method, relativeUrl }) => {
    const url = new URL(relativeUrl, 'http://replay');
    const path = url.pathname.slice(scene.basePath.length);
    const route = scene.routes.find((candidate) =>
      matches(candidate, { ...seen, method, path, query: url.searchParams, body: undefined }),
    );
    return { statusCode: route?.status ?? 404, body: route?.response ?? null };
  });
}

/** Passwork 7 wraps its answers unless the client asks it not to; some servers wrap all the same. */
function wrap(scene: Scene, seen: Seen, body: unknown): unknown {
  if (scene.api === 'v4' || !scene.wrapBase64) return body;
  if (seen.headers['x-response-format'] === 'raw') return body;
  return { format: 'base64', content: Buffer.from(JSON.stringify(body)).toString('base64') };
}
