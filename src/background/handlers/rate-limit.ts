/** How often somebody may ask: a bucket of tokens for each, which fills again with time. */
export type RateLimit = {
  /** Takes a token; false where none is left. */
  allows(who: number): boolean;
};

type Options = {
  /** Tokens at the start, and at most. */
  readonly burst: number;
  readonly perSecond: number;
  readonly now: () => number;
};

/** Beyond, whoever was heard longest ago starts with a full bucket again. */
const mostRemembered = 200;

export function createRateLimit({ burst, perSecond, now }: Options): RateLimit {
  const buckets = new Map<number, { readonly tokens: number; readonly at: number }>();
  return {
    allows(who) {
      const at = now();
      const before = buckets.get(who) ?? { tokens: burst, at };
      // A clock that was set back gives nothing, and takes nothing.
      const gained = (Math.max(0, at - before.at) / 1000) * perSecond;
      const tokens = Math.min(burst, before.tokens + gained);
      buckets.delete(who);
      buckets.set(who, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      const [oldest] = buckets.keys();
      if (buckets.size > mostRemembered && oldest !== undefined) buckets.delete(oldest);
      return tokens >= 1;
    },
  };
}
