import type { ErrorCode } from '../../model/error.ts';

/** What a refusal means by its HTTP status, where the server's own words say no more. */
export function codeOfStatus(status: number): ErrorCode {
  if (status === 403) return 'denied';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'rate-limited';
  if (status === 400 || status === 409 || status === 422) return 'invalid-input';
  return status >= 500 || status < 300 ? 'server-error' : 'bad-server-answer';
}

/** The same where not the application speaks, but what stands before it. */
export function codeOfForeignAnswer(status: number): ErrorCode {
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : 'bad-server-answer';
}
