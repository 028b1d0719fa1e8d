/** Parsers that more than one topic needs. */

import type { Part } from '../../../protocol/item-calls.ts';
import {
  either,
  integer,
  nullable,
  oneOf,
  type Parser,
  record,
  text,
} from '../../../protocol/parse.ts';

/** What a person may type into one line. */
export const typed = text(2_000);
export const index = integer(0, 10_000);

export const part: Parser<Part> = either(
  either(
    record<{ part: 'login' | 'password' }>({ part: oneOf('login', 'password') }),
    record<{ part: 'field'; index: number }>({ part: oneOf('field'), index }),
  ),
  record<{ part: 'code'; index: number | null }>({ part: oneOf('code'), index: nullable(index) }),
);
