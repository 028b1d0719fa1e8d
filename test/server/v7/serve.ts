import { type ServedApi, serveApi } from '../serve-api.ts';
import type { Random } from '../state/random.ts';
import { createSessions, type Session } from '../state/session.ts';
import type { State } from '../state/state.ts';
import { createV7App } from './app.ts';
import type { AnswerFormat, VaultType, WebAccount } from './env.ts';

export type ServeV7Options = {
  readonly state: State;
  readonly format: AnswerFormat;
  readonly vaultTypes: readonly VaultType[];
  readonly features: readonly string[];
  readonly accounts: readonly WebAccount[];
  readonly manyUrls: boolean;
  readonly tokenTtl: number;
  readonly refreshTtl: number;
  readonly random: Random;
  readonly now: () => number;
  readonly port: number;
  readonly prefix: string;
  readonly latency: number;
  readonly faults: string;
};

export type ServedV7 = ServedApi & {
  /** A pair of tokens as a user makes them on the web page, for a program. */
  issueTokens(userId: string): { accessToken: string; refreshToken: string };
  /** From now on every session, and each one to come, must show a second factor first. */
  requireSecondFactor(): void;
};

const root = '/api/v1';

/** API v1 on a port, over a state that the caller built. */
export async function serveV7(options: ServeV7Options): Promise<ServedV7> {
  const { random, now, prefix } = options;
  const sessions = createSessions({
    random,
    // Section 2b.2: base64 of 32 random bytes.
    newToken: (source) => Buffer.from(source.bytes(32)).toString('base64'),
    now,
    ttlSeconds: options.tokenTtl,
    refreshTtlSeconds: options.refreshTtl,
    canRefresh: true,
  });
  let url = '';
  const server = { ...options, sessions, secondFactor: false, publicUrl: () => url };
  const routes = createV7App(server);
  const served = await serveApi({
    ...options,
    sessions,
    addTo: (app) => {
      app.route(root, routes);
    },
    hooks: {
      pathOf: (path) => path.slice(prefix.length + root.length),
      isRefresh: (path) => path.startsWith('/sessions/refresh'),
      expireToken: (request) => {
        sessions.expire(request.headers.get('Authorization')?.slice('Bearer '.length) ?? '');
      },
      endSessions: () => sessions.revoke(),
    },
  });
  url = served.url;
  return {
    ...served,
    issueTokens: (userId) => tokensOf(sessions.start(userId)),
    requireSecondFactor: () => {
      server.secondFactor = true;
      for (const session of sessions.all()) session.pending = true;
    },
  };
}

function tokensOf({ token, refreshToken }: Session) {
  return { accessToken: token, refreshToken: refreshToken ?? '' };
}
