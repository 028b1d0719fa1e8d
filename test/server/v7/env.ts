import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Finder } from '../state/find.ts';
import type { Random } from '../state/random.ts';
import type { Session, Sessions } from '../state/session.ts';
import type { State, User } from '../state/state.ts';
import type { V7View } from './view.ts';

/**
 * How answers travel: wrapped in base64 unless the client asks for plain JSON, as real servers do by
 * default, or always one way, as they may.
 */
export type AnswerFormat = 'by-header' | 'raw' | 'wrapped';

export type VaultType = { readonly id: string; readonly name: string; readonly code: string };

/** What a person types on the web page. */
export type WebAccount = {
  readonly userId: string;
  readonly login: string;
  readonly password: string;
  readonly codeSecret: string;
};

export type V7Server = {
  readonly state: State;
  readonly sessions: Sessions;
  readonly format: AnswerFormat;
  readonly vaultTypes: readonly VaultType[];
  /** Names of features; `vaultType` is the one that clients ask about. */
  readonly features: readonly string[];
  readonly accounts: readonly WebAccount[];
  /** Whether signing in on the web page asks for a second factor. */
  secondFactor: boolean;
  /** False on older servers, whose items have one address. */
  readonly manyUrls: boolean;
  readonly publicUrl: () => string;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly random: Random;
};

export type V7Env = {
  Bindings: HttpBindings;
  Variables: {
    server: V7Server;
    state: State;
    user: User;
    session: Session;
    view: V7View;
    find: Finder;
  };
};

export type V7Context = Context<V7Env>;
