import { isSavableSecret } from '../../crypto/one-time-code.ts';
import { AppError } from '../../model/error.ts';
import { newFields, sealChanges } from '../changed-values.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { Opener } from '../opener.ts';
import type { ItemChanges, Passwork } from '../passwork.ts';
import { openSealed } from '../sealed-item.ts';
import type { KeyRing } from './keys.ts';
import { parseItem, type V4Item } from './parse.ts';
import { toUrl } from './seal-item.ts';
import { sealSnapshot } from './snapshot.ts';

export type EditCalls = Pick<Passwork, 'editItem' | 'editShortcut' | 'editInboxItem'>;

/** Edits, which start from what the server has now and name only what changes (section 2.5). */
export function createEditCalls(
  call: Caller,
  keys: KeyRing,
  inbox: { readonly opener: Opener<V4Item>; readonly open: Passwork['openInboxItem'] },
): EditCalls {
  const put = async (path: readonly string[], edit: Edit, signal: AbortSignal | undefined) => {
    const body = await toBody(edit);
    // Nothing changes: no request, and no entry in the history.
    if (body === null) return;
    await call({ method: 'PUT', path, body, write: true, parse: () => null, signal });
  };
  const editAt = async (
    path: readonly string[],
    changes: ItemChanges,
    signal: AbortSignal | undefined,
  ) => {
    const source = await call({ method: 'GET', path, parse: parseItem, signal });
    await put(path, { source, itemKey: await keys.item(source, signal), changes }, signal);
  };
  return {
    editItem: async (id, changes, { signal } = {}) =>
      editAt(['passwords', checkId(id)], changes, signal),
    editShortcut: async (id, changes, { signal } = {}) =>
      editAt(['sharing', 'shortcut', checkId(id)], changes, signal),
    async editInboxItem(id, changes, { signal } = {}) {
      const opened = await inbox.open(id, { ...(signal && { signal }) });
      const { path, source, itemKey } = inbox.opener.originOf(opened);
      await put(path, { source, itemKey, changes }, signal);
    },
  };
}

type Edit = {
  readonly source: V4Item;
  readonly itemKey: Parameters<typeof sealSnapshot>[1];
  readonly changes: ItemChanges;
};

/** Null where nothing changes. The key stays the same, so it is not sent. */
async function toBody({ source, itemKey, changes }: Edit) {
  await checkOneTimeCodes(source, itemKey, changes);
  const { password, fields } = await sealChanges(source.item, itemKey, changes);
  const { name, login, urls, description, tags, colour } = changes;
  const changed = {
    ...(password !== undefined && { cryptedPassword: password, passwordFieldChanged: true }),
    ...(name !== undefined && { name }),
    ...(login !== undefined && { login }),
    ...(urls !== undefined && { url: toUrl(urls) }),
    ...(description !== undefined && { description }),
    ...(tags !== undefined && { tags }),
    ...(colour !== undefined && { color: colour }),
    ...(fields !== undefined && { custom: fields }),
  };
  if (Object.keys(changed).length === 0) return null;
  const snapshot = await sealSnapshot(source, itemKey);
  return snapshot === null ? changed : { ...changed, snapshot };
}

/** This generation takes base32 in groups of eight only; what is stored already is let be (B19, B20). */
async function checkOneTimeCodes({ item }: V4Item, itemKey: Edit['itemKey'], changes: ItemChanges) {
  if (changes.fields === undefined) return;
  const { fields } = await openSealed(item, itemKey);
  for (const { type, value } of newFields(changes, fields)) checkOneTimeCode(type, value);
}

/** Throws `invalid-input` for a one-time-code secret that the server's own clients refuse. */
export function checkOneTimeCode(type: string, value: string): void {
  if (type === 'totp' && value !== '' && !isSavableSecret(value)) {
    throw new AppError('invalid-input', 'not a one-time-code secret that this server accepts');
  }
}
