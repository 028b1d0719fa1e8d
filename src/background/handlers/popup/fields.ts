/** Parsers that more than one topic needs. */

import type { ItemRef, Part } from '../../../protocol/item-calls.ts';
import {
  either,
  integer,
  nullable,
  oneOf,
  type Parser,
  record,
  text,
} from '../../../protocol/parse.ts';

export const id = text(100);
/** What a person may type into one line. */
export const typed = text(2_000);
export const index = integer(0, 10_000);
export const tabId = integer(0, Number.MAX_SAFE_INTEGER);

export const ref = record<ItemRef>({ kind: oneOf('item', 'shortcut', 'inbox'), id });

export const part: Parser<Part> = either(
  either(
    record<{ part: 'login' | 'password' }>({ part: oneOf('login', 'password') }),
    record<{ part: 'field'; index: number }>({ part: oneOf('field'), index }),
  ),
  record<{ part: 'code'; index: number | null }>({ part: oneOf('code'), index: nullable(index) }),
);
