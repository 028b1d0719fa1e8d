import { type ErrorCode, errorTextKey } from '../../model/error.ts';
import { t } from './text.ts';

/** The sentence that says what happened and what to do next. A code without one does not compile. */
export function errorText(code: ErrorCode): string {
  return t(errorTextKey(code));
}
