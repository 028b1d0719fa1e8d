/** What a frame tells the worker of a login that the user typed there, so that it can be saved. */

/**
 * - `login`: a user name and the password that goes with it
 * - `new`: a password chosen at a sign-up or a reset
 * - `change`: a new password in place of the present one
 * - `step`: a user name alone, whose password is asked for next
 */
export const typedKinds = ['login', 'new', 'change', 'step'] as const;
export type TypedKind = (typeof typedKinds)[number];

export type Typed = {
  readonly kind: TypedKind;
  /** `''` where the form has none. */
  readonly username: string;
  /** `''` only in a `step`. */
  readonly password: string;
  /** We made the password and put it there. */
  readonly generated: boolean;
};

/** Longest texts that are taken, in UTF-16 units: what an item holds, too. Longer ones are no login. */
export const longestTyped = { username: 500, password: 10_000 } as const;

/**
 * How a document was left in which a login was typed:
 * - `sent`: the last that the user did with it was to send it
 * - `stood`: the same, but the page had got its answer long ago, and the form was still there
 * - `unsent`: the user did nothing that sends a form, or turned away from it
 */
export const waysLeft = ['sent', 'stood', 'unsent'] as const;
export type Left = (typeof waysLeft)[number];

export type CaptureCalls = {
  /** The user is about to send this. Kept in the worker's session memory until it is clear whether it worked. */
  typed(request: Typed): null;
  /** The form is gone from the document in which it was typed, as after a login that worked. */
  worked(request: Record<string, never>): null;
  /** The form is back, after all. */
  returned(request: Record<string, never>): null;
  /** The document in which it was typed is left. */
  left(request: { readonly how: Left }): null;
};

/** What the worker asks of a frame to see whether a login worked. */
export type StandsCalls = {
  stands(request: Record<string, never>): {
    /** A form that asks for a user name or a present password is in view. */
    readonly login: boolean;
    /** A form that asks for a new password is in view. */
    readonly fresh: boolean;
    /** The server answered the document with an error. */
    readonly failed: boolean;
    /** The server forwarded to the document, as after a form that it took, and nothing in it looks like an error. */
    readonly thanked: boolean;
    /** The server answered with the document itself, and something in it looks like an error. */
    readonly wrong: boolean;
  };
};
