import { type Body, optionalList, optionalText } from '../http/body.ts';
import type { Sealed } from '../state/state.ts';

/** The encrypted fields that a body holds, kept byte for byte. The key is never among the edits. */
export function readSealedFields(body: Body): Partial<Pick<Sealed, 'password' | 'fields'>> {
  return {
    ...(body.cryptedPassword === undefined
      ? {}
      : { password: optionalText(body, 'cryptedPassword') ?? '' }),
    ...(body.custom === undefined ? {} : { fields: optionalList(body, 'custom') }),
  };
}

export function readSnapshot(body: Body): string[] {
  const snapshot = optionalText(body, 'snapshot');
  return snapshot === null ? [] : [snapshot];
}
