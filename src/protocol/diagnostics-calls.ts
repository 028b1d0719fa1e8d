/** What a bug report needs, and no secret. */
import type { ErrorCode } from '../model/error.ts';
import type { IndexState } from './list-calls.ts';
import type { Status } from './session-calls.ts';

/** A call that failed. `at` is Unix milliseconds. */
export type Failure = { readonly at: number; readonly call: string; readonly code: ErrorCode };

/** Numbers, codes and choices: no address, no name, nothing that a person typed. */
export type Diagnostics = {
  readonly session: Status['state'];
  readonly accounts: number;
  /** Null while locked. */
  readonly server: {
    readonly generation: 'v4' | 'v7';
    readonly encrypted: boolean;
  } | null;
  readonly index: IndexState;
  /** Settings that are switches, numbers or one of a few words. */
  readonly settings: Readonly<Record<string, boolean | number>>;
  /** Names of settings that the organisation prescribes. */
  readonly managed: readonly string[];
  /** The newest last. */
  readonly failures: readonly Failure[];
};

export type DiagnosticsCalls = {
  diagnostics(request: Record<string, never>): Diagnostics;
};
