/** Which custom field of an item an input of its login form asks for. */
import type { OpenedItem } from '../../model/item.ts';
import type { Spare } from '../../protocol/page-calls.ts';

/**
 * For each input the value of the field whose name is one of the input's, in any case and spacing;
 * null where there is none. What is secret goes into masked inputs only. One-time codes are no values.
 */
export function customValues(
  item: Pick<OpenedItem, 'fields'>,
  spares: readonly Spare[],
): readonly (string | null)[] {
  return spares.map(({ names, masked }) => {
    const asked = new Set(names.map(plainName));
    const field = item.fields.find(
      ({ name, type, value, unreadable }) =>
        unreadable !== true &&
        value !== '' &&
        (type === 'text' || (type === 'password' && masked)) &&
        plainName(name) !== '' &&
        asked.has(plainName(name)),
    );
    return field?.value ?? null;
  });
}

/** Without what labels are adorned with. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s*]+|[\s:*]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
