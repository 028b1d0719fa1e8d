/** What of an item goes into the fields that a frame has. */
import { AppError, toAppError } from '../../model/error.ts';
import type { OpenedItem } from '../../model/item.ts';
import type { FieldLabel } from '../../protocol/fill-outcome.ts';
import type { FillValues, Spare } from '../../protocol/page-calls.ts';
import { readCode, readPart } from '../opened/parts.ts';
import { customValues } from './custom-fields.ts';

/** What a frame has fields for. */
export type Asked = { readonly labels: readonly FieldLabel[]; readonly spares: readonly Spare[] };

/**
 * Only what is asked for, and never the stored password for a new-password field.
 * Throws `no-value` where the item has nothing for any of the fields.
 */
export async function fillValues(
  item: OpenedItem,
  { labels, spares }: Asked,
  now: number,
): Promise<FillValues> {
  const password = labels.includes('current-password')
    ? await optional(readPart(item, { part: 'password' }, now))
    : null;
  const code = labels.includes('one-time-code')
    ? await optional(readCode(item, null, now).then((answer) => answer.code))
    : null;
  const username = labels.includes('username') && item.login !== '' ? item.login : null;
  const fields = customValues(item, spares);
  const nothing = username === null && password === null && code === null;
  if (nothing && fields.every((value) => value === null)) {
    throw new AppError('no-value', 'the item has nothing for these fields');
  }
  return { username, password, code, fields };
}

/** Null where the item has no such part; a garbled one is still an error. */
async function optional(part: Promise<string>): Promise<string | null> {
  try {
    return await part;
  } catch (thrown) {
    if (toAppError(thrown).code === 'no-value') return null;
    throw thrown;
  }
}
