import { isJsonObject } from '../state/json.ts';
import { refuse } from '../state/refusal.ts';
import { type Item, openSealed, type Sealed, type StoredAttachment } from '../state/state.ts';

/** What a move or copy carries for one item, still as it came. */
export type Replacement = {
  readonly password: unknown;
  readonly key: unknown;
  readonly fields: unknown;
  readonly attachments: unknown;
};

/**
 * The encrypted part of an item after a client re-encrypted it for another vault.
 * Refuses where something that exists was not sent again: it would be lost to everybody.
 */
export function reseal(item: Item, replacement: Replacement): Sealed {
  const sealed = openSealed(item);
  if (typeof replacement.password !== 'string') throw refuse.invalid('A password is missing');
  return {
    password: replacement.password,
    key: typeof replacement.key === 'string' ? replacement.key : null,
    fields: newFields(sealed, replacement.fields),
    attachments: newAttachments(sealed, replacement.attachments),
    snapshots: sealed.snapshots,
  };
}

/** Entries that hold nothing readable may be left out: the JS connector skips them (B3). */
function newFields(sealed: Sealed, given: unknown): readonly unknown[] | null {
  if (Array.isArray(given)) return given;
  if (sealed.fields?.some(isJsonObject)) throw refuse.invalid('custom is missing');
  return null;
}

/** Files stay where they are; only their keys are wrapped anew. */
function newAttachments(sealed: Sealed, given: unknown): StoredAttachment[] | null {
  const list = Array.isArray(given) ? given.filter(isJsonObject) : [];
  const renewed = sealed.attachments?.map((file) => {
    const { encryptedKey } = list.find(({ id }) => id === file.id) ?? {};
    if (typeof encryptedKey !== 'string') throw refuse.invalid('An attachment is missing');
    return { ...file, encryptedKey };
  });
  return renewed ?? null;
}

/** The same files under new ids, for a copy. */
export function withNewFileIds(sealed: Sealed, newId: () => string): Sealed {
  const attachments = sealed.attachments?.map((file) => ({ ...file, id: newId() })) ?? null;
  return { ...sealed, attachments, snapshots: [] };
}
