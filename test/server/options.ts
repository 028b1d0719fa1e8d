import type { UrlRule } from './state/url-match.ts';
import type { VersionAnswer } from './v4/env.ts';
import type { AnswerFormat } from './v7/env.ts';

/** For tests that sign in all the time: as few rounds as clients take. Others have as many as real servers ask for. */
export const fewRounds: ServerOptions = { iterations: 100_000 };

export type ServerOptions = {
  /** 0 takes any free port. */
  readonly port?: number;
  /** Port of the demo site; left out, the one above, or any free one where `port` is 0. */
  readonly sitePort?: number;
  readonly encrypted?: boolean;
  /** Items in all; the demo company's own are always there. */
  readonly items?: number;
  readonly seed?: string;
  /** v4 only: what `/info/version` answers; before 5.4 the old inbox and vaults without item keys are on. */
  readonly version?: VersionAnswer;
  /** Rounds of the key derivation; fewer make a test faster, but clients may refuse them. */
  readonly iterations?: number;
  /** Seconds that an access token holds. */
  readonly tokenTtl?: number;
  readonly refreshTtl?: number;
  /** Milliseconds added to every answer of the API. */
  readonly latency?: number;
  /** See `http/fault-spec.ts`. */
  readonly faults?: string;
  /** Passwork 7 only: how answers travel. */
  readonly format?: AnswerFormat;
  /** Passwork 7 only: false for older servers, whose items have one address. */
  readonly manyUrls?: boolean;
  /** Path under which everything lies, such as `/passwork`; the root where left out. */
  readonly prefix?: string;
  readonly urlRule?: UrlRule;
  /** Unix milliseconds; the machine's clock where left out. */
  readonly now?: () => number;
};
