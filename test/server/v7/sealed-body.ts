import { type Body, optionalList, optionalText } from '../http/body.ts';
import type { Sealed } from '../state/state.ts';

/** The encrypted fields that a body holds, kept byte for byte; what is absent stays absent. */
export function readSealedFields(body: Body): Partial<Pick<Sealed, 'password' | 'key' | 'fields'>> {
  return {
    ...(body.passwordEncrypted === undefined
      ? {}
      : { password: optionalText(body, 'passwordEncrypted') }),
    ...(body.keyEncrypted === undefined ? {} : { key: optionalText(body, 'keyEncrypted') }),
    ...(body.customs === undefined ? {} : { fields: optionalList(body, 'customs') }),
  };
}
