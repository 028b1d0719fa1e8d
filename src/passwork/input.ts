import { AppError } from '../model/error.ts';
import { isPlainId } from './json.ts';

/** An id as a caller gives it. Throws `invalid-input` for what could change the meaning of a path. */
export function checkId(id: string): string {
  if (!isPlainId(id)) throw new AppError('invalid-input', 'not an id');
  return id;
}

/** Null where the user may not see the thing, or where the server has none. */
export async function orRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (thrown) {
    const code = thrown instanceof AppError ? thrown.code : 'internal';
    if (code === 'denied' || code === 'not-found') return null;
    throw thrown;
  }
}
