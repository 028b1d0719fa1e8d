import { type ServedApi, serveApi } from '../serve-api.ts';
import { alphabets, type Random } from '../state/random.ts';
import { createSessions } from '../state/session.ts';
import type { State } from '../state/state.ts';
import type { UrlRule } from '../state/url-match.ts';
import { createV4App } from './app.ts';
import type { VersionAnswer } from './env.ts';

export type ServeV4Options = {
  readonly state: State;
  readonly version: VersionAnswer;
  /** False before 5.4. */
  readonly itemKeys: boolean;
  /** False on servers so old that a session cannot be renewed. */
  readonly canRefresh: boolean;
  readonly tokenTtl: number;
  readonly refreshTtl: number;
  readonly urlRule: UrlRule;
  readonly random: Random;
  readonly now: () => number;
  readonly port: number;
  readonly prefix: string;
  readonly latency: number;
  readonly faults: string;
};

const root = '/api/v4';

/** API v4 on a port, over a state that the caller built. */
export async function serveV4(options: ServeV4Options): Promise<ServedApi> {
  const { random, now, prefix } = options;
  const sessions = createSessions({
    random,
    newToken: (source) => source.text(alphabets.letters, 60),
    now,
    ttlSeconds: options.tokenTtl,
    refreshTtlSeconds: options.refreshTtl,
    canRefresh: options.canRefresh,
  });
  let url = '';
  const routes = createV4App({ ...options, sessions, publicUrl: () => url });
  const served = await serveApi({
    ...options,
    sessions,
    addTo: (app) => {
      app.route(root, routes);
    },
    hooks: {
      pathOf: (path) => path.slice(prefix.length + root.length),
      isRefresh: (path) => path.startsWith('/auth/refreshToken/'),
      expireToken: (request) => sessions.expire(request.headers.get('Passwork-Auth') ?? ''),
      endSessions: () => sessions.revoke(),
    },
  });
  url = served.url;
  return served;
}
