/** Plain requests to API v1, written against the protocol and not against our connector. */
export type V7Answer = { readonly status: number; readonly body: unknown };

export type V7Client = {
  headers: Record<string, string>;
  readonly base: string;
  request(method: string, path: string, body?: unknown): Promise<V7Answer>;
  get(path: string): Promise<V7Answer>;
  post(path: string, body?: unknown): Promise<V7Answer>;
};

type Access = {
  readonly url: string;
  readonly accessToken: string;
  readonly masterHash?: string | null;
};

export function createV7Client({ url, accessToken, masterHash }: Access): V7Client {
  const client: V7Client = {
    headers: {
      ...(accessToken === '' ? {} : { Authorization: `Bearer ${accessToken}` }),
      ...(masterHash ? { 'X-Master-Key-Hash': masterHash } : {}),
    },
    base: `${url}/api/v1`,
    async request(method, path, body) {
      const response = await fetch(`${client.base}${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...client.headers },
        ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      });
      return { status: response.status, body: unwrap(await response.json()) };
    },
    get: (path) => client.request('GET', path),
    post: (path, body) => client.request('POST', path, body),
  };
  return client;
}

function unwrap(json: unknown): unknown {
  const { format, content } = json as { format?: unknown; content?: unknown };
  if (format !== 'base64') return json;
  return JSON.parse(Buffer.from(String(content), 'base64').toString('utf8'));
}
