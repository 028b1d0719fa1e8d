import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Finder } from '../state/find.ts';
import type { Random } from '../state/random.ts';
import type { Sessions } from '../state/session.ts';
import type { State, User } from '../state/state.ts';
import type { UrlRule } from '../state/url-match.ts';
import type { View } from './view.ts';

/** What `/info/version` answers: newer servers give an object, older ones the bare text. */
export type VersionAnswer = string | { readonly version: string; readonly legacySupport: boolean };

export type V4Server = {
  readonly state: State;
  readonly sessions: Sessions;
  readonly version: VersionAnswer;
  /** False before 5.4, when inbox entries carried the key of a whole vault. */
  readonly itemKeys: boolean;
  readonly urlRule: UrlRule;
  /** Address that share links begin with. */
  readonly publicUrl: () => string;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly random: Random;
};

/** What an authorised request finds in its context. */
export type V4Env = {
  Bindings: HttpBindings;
  Variables: {
    server: V4Server;
    state: State;
    user: User;
    view: View;
    find: Finder;
  };
};

export type V4Context = Context<V4Env>;
