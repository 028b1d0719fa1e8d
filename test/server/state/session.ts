import type { Random } from './random.ts';

export type Session = {
  readonly userId: string;
  token: string;
  refreshToken: string | null;
  /** Unix milliseconds. */
  expiresAt: number;
  refreshExpiresAt: number;
  /** True while a second factor is still to be given. */
  pending: boolean;
};

export type SessionOptions = {
  readonly random: Random;
  readonly newToken: (random: Random) => string;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly ttlSeconds: number;
  readonly refreshTtlSeconds: number;
  /** False on old servers, whose sessions cannot be renewed. */
  readonly canRefresh: boolean;
};

export type Sessions = ReturnType<typeof createSessions>;

/** Tokens of everybody who signed in. A pair is replaced as a whole; the old one is dead at once. */
export function createSessions(options: SessionOptions) {
  const { random, now, newToken } = options;
  const open = new Set<Session>();

  const renewAccess = (session: Session): Session => {
    session.token = newToken(random);
    session.expiresAt = now() + options.ttlSeconds * 1000;
    return session;
  };
  const renewRefresh = (session: Session): Session => {
    session.refreshToken = options.canRefresh ? newToken(random) : null;
    session.refreshExpiresAt = now() + options.refreshTtlSeconds * 1000;
    return session;
  };
  const renew = (session: Session): Session => {
    renewAccess(session);
    return renewRefresh(session);
  };
  const find = (token: string) => [...open].find((session) => session.token === token);

  return {
    start(userId: string): Session {
      const empty = {
        token: '',
        refreshToken: null,
        expiresAt: 0,
        refreshExpiresAt: 0,
        pending: false,
      };
      const session = renew({ userId, ...empty });
      open.add(session);
      return session;
    },
    /** The session of a token that still holds. */
    find(token: string): Session | undefined {
      const session = find(token);
      return session && session.expiresAt > now() ? session : undefined;
    },
    /** Whether a token was good once, and only has expired. */
    isExpired(token: string): boolean {
      const session = find(token);
      return session !== undefined && session.expiresAt <= now();
    },
    /** A new pair for an old one; the token may have expired, the refresh token may not. */
    refresh(token: string, refreshToken: string): Session | undefined {
      const session = find(token);
      const known = session?.refreshToken === refreshToken && session.refreshExpiresAt > now();
      return session && known ? renew(session) : undefined;
    },
    /** A new access token for an old one, while the session itself can still be renewed. */
    refreshAccess(token: string): Session | undefined {
      const session = find(token);
      return session && session.refreshExpiresAt > now() ? renewAccess(session) : undefined;
    },
    /** A new refresh token for one that still holds. */
    refreshRefresh(refreshToken: string): Session | undefined {
      const session = [...open].find((each) => each.refreshToken === refreshToken);
      return session && session.refreshExpiresAt > now() ? renewRefresh(session) : undefined;
    },
    end(token: string): void {
      const session = find(token);
      if (session) open.delete(session);
    },
    /** Makes access tokens old before their time; refresh tokens go on. */
    expire(token?: string): void {
      for (const session of open) {
        if (token === undefined || session.token === token) session.expiresAt = 0;
      }
    },
    all: (): readonly Session[] => [...open],
    /** Forgets every session, as an administrator would: nothing can be renewed. */
    revoke(): void {
      open.clear();
    },
  };
}
