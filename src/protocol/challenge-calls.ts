/** A server asks for name and password before it shows a document (HTTP authentication). */
import type { RowRef } from './item-calls.ts';
import type { ItemRow } from './list-calls.ts';

/** What a server protects under one name. */
export type Realm = {
  /** Scheme, host and port. */
  readonly origin: string;
  /** As the server calls it. */
  readonly realm: string;
};

/** What waits for an answer in a window of ours. */
export type ChallengeQuestion = {
  /** Host and port, as a person reads them. */
  readonly site: string;
  /** The server's own words. */
  readonly realm: string;
  /** Everybody on the way could read the password. */
  readonly exposed: boolean;
  /** False in private windows, of which nothing is kept. */
  readonly mayRemember: boolean;
  /** Items of this very host and port. */
  readonly rows: readonly ItemRow[];
};

export type ChallengeCalls = {
  /** Null where it waits no more. */
  challenge(request: { readonly id: string }): ChallengeQuestion | null;
  /** The person chose an item; `remember`: for this realm from now on. Throws `moved-on` where nothing waits. */
  answerChallenge(request: {
    readonly id: string;
    readonly row: RowRef;
    readonly remember: boolean;
  }): null;
  /** Leaves it to the browser's own window. */
  leaveChallenge(request: { readonly id: string }): null;
  /** Realms for which nothing is asked any more. */
  realms(request: Record<string, never>): readonly Realm[];
  /** Asks there again. Answers with the list. */
  forgetRealm(request: Realm): readonly Realm[];
};
