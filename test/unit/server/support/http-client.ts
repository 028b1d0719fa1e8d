/** Plain requests, written against the protocol and not against our connector. */
export type Answer = {
  readonly status: number;
  readonly code: unknown;
  readonly data: unknown;
};

export type Client = {
  /** Headers sent with every request. */
  headers: Record<string, string>;
  readonly base: string;
  request(method: string, path: string, body?: unknown): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
};

export function createClient(base: string): Client {
  const client: Client = {
    headers: {},
    base,
    async request(method, path, body) {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...client.headers },
        ...(method === 'GET' || (body ?? null) === null ? {} : { body: JSON.stringify(body) }),
      });
      const { code, data } = (await response.json()) as { code?: unknown; data?: unknown };
      return { status: response.status, code, data };
    },
    get: (path) => client.request('GET', path),
    post: (path, body) => client.request('POST', path, body),
  };
  return client;
}

type SignIn = {
  readonly url: string;
  readonly apiKey: string;
  readonly useMasterPassword: boolean;
  readonly masterHash?: string | null;
};

/** A client with a session. */
export async function signIn({ url, apiKey, useMasterPassword, masterHash }: SignIn) {
  const client = createClient(`${url}/api/v4`);
  const { data } = await client.post(`/auth/login/${apiKey}`, { useMasterPassword });
  const tokens = data as { token: string; refreshToken: string };
  client.headers = { 'Passwork-Auth': tokens.token, 'Passwork-MasterHash': masterHash ?? '' };
  return { client, tokens };
}
