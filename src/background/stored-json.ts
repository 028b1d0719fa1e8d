import type { StoredText } from '../platform/storage.ts';
import { invalid, type Parser } from '../protocol/parse.ts';

/** What a store holds as JSON; `fresh` where it holds nothing, what another version wrote, or cannot be read. */
export async function readStored<T>(
  item: StoredText,
  parser: Parser<T>,
  fresh: () => T,
): Promise<T> {
  try {
    const parsed = parser(JSON.parse(await item.get()));
    return parsed === invalid ? fresh() : parsed;
  } catch {
    return fresh();
  }
}
