import { alphabets, type Random } from './random.ts';

export type Session = {
  readonly userId: string;
  token: string;
  refreshToken: string | null;
  /** Unix milliseconds. */
  expiresAt: number;
  refreshExpiresAt: number;
};

export type SessionOptions = {
  readonly random: Random;
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
  const { random, now } = options;
  const open = new Set<Session>();

  const renew = (session: Session): Session => {
    session.token = random.text(alphabets.letters, 60);
    session.refreshToken = options.canRefresh ? random.text(alphabets.letters, 60) : null;
    session.expiresAt = now() + options.ttlSeconds * 1000;
    session.refreshExpiresAt = now() + options.refreshTtlSeconds * 1000;
    return session;
  };
  const find = (token: string) => [...open].find((session) => session.token === token);

  return {
    start(userId: string): Session {
      const empty = { token: '', refreshToken: null, expiresAt: 0, refreshExpiresAt: 0 };
      const session = renew({ userId, ...empty });
      open.add(session);
      return session;
    },
    /** The session of a token that still holds. */
    find(token: string): Session | undefined {
      const session = find(token);
      return session && session.expiresAt > now() ? session : undefined;
    },
    /** A new pair for an old one; the token may have expired, the refresh token may not. */
    refresh(token: string, refreshToken: string): Session | undefined {
      const session = find(token);
      const known = session?.refreshToken === refreshToken && session.refreshExpiresAt > now();
      return session && known ? renew(session) : undefined;
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
    /** Forgets every session, as an administrator would: nothing can be renewed. */
    revoke(): void {
      open.clear();
    },
  };
}
