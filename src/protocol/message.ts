/** What a message looks like on the wire, and the types that describe a direction. */

/** The direction a message belongs to; the receiver checks that the sender may use it. */
export type Channel = 'own' | 'page' | 'frame' | 'offscreen';

/** A direction: each call is a method from its request to its reply. */
export type Calls<C> = { readonly [K in keyof C]: (request: never) => unknown };

export type Request<C extends Calls<C>, K extends keyof C> = Parameters<C[K]>[0];
export type Reply<C extends Calls<C>, K extends keyof C> = ReturnType<C[K]>;

export type Message = {
  readonly channel: Channel;
  readonly call: string;
  readonly request: unknown;
};
