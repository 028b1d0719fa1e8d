import { AppError } from '../model/error.ts';
import type { TokenListener, Tokens } from './passwork.ts';

/** The session's tokens: one owner, one renewal at a time. */
export type TokenKeeper = {
  /** The tokens to use now; waits for a renewal under way. */
  current(): Promise<Tokens>;
  /** The tokens as they stand, without waiting. */
  peek(): Tokens;
  /** New tokens instead of `refused`. Calls that were refused together share one renewal. */
  renew(refused: Tokens): Promise<Tokens>;
  onTokens(listener: TokenListener): () => void;
  /** Ends the session here: whoever asks from now on gets `session-expired`. */
  close(): void;
};

/**
 * `refresh` trades a pair of tokens for a new one and throws `AppError`. The old pair is dead from
 * that moment, so every listener has kept the new one before any call uses it. `listener` hears of all
 * of them, from the first renewal on.
 */
export function createTokenKeeper(
  first: Tokens,
  refresh: (tokens: Tokens) => Promise<Tokens>,
  listener?: TokenListener,
): TokenKeeper {
  let tokens = first;
  let renewal: Promise<Tokens> | null = null;
  let closed = false;
  const listeners = new Set<TokenListener>(listener && [listener]);

  async function renewOnce(): Promise<Tokens> {
    const renewed = await refresh(tokens).catch((error) => {
      // A pair that was refused stays refused: whoever comes later with it need not ask the server again.
      if (error instanceof AppError && error.code === 'session-expired') closed = true;
      throw error;
    });
    // Kept before anyone is told: a listener that fails must not cost the session.
    tokens = renewed;
    await Promise.allSettled([...listeners].map(async (listener) => listener(renewed)));
    return renewed;
  }

  return {
    peek: () => tokens,
    async current() {
      if (closed) throw sessionOver();
      return renewal ?? tokens;
    },
    async renew(refused) {
      if (closed) throw sessionOver();
      // Somebody else renewed them while this call was on its way.
      if (renewal === null && refused.token !== tokens.token) return tokens;
      renewal ??= renewOnce().finally(() => {
        renewal = null;
      });
      return renewal;
    },
    onTokens(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
    },
  };
}

function sessionOver(): AppError {
  return new AppError('session-expired', 'this session was ended');
}
