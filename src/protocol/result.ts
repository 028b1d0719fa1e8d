import type { AppError, ErrorCode } from '../model/error.ts';

/** What an expected failure says on the other side of a context: a code, and seconds to wait where known. */
export type WireError = {
  readonly code: ErrorCode;
  readonly retryAfter?: number;
  readonly triesLeft?: number;
};

/** The only shape that answers a call. Never an Error object, never undefined. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: WireError };

export function toWireError({ code, retryAfter, triesLeft }: AppError): WireError {
  return {
    code,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(triesLeft === undefined ? {} : { triesLeft }),
  };
}
