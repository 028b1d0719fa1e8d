/** Puts a typed login into the vault, once, whatever becomes of the answers. */
import { type AppError, toAppError } from '../../model/error.ts';
import type { OpenedItem } from '../../model/item.ts';
import type { Passwork } from '../../passwork/index.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';
import type { SaveDraft } from '../../protocol/save-calls.ts';

/** Opens an item as it is on the server now. */
export type Open = (ref: ItemRef) => Promise<OpenedItem>;

type Login = { readonly url: string; readonly password: string };
type Placed = SaveDraft & { readonly place: NonNullable<SaveDraft['place']> };

/** Nobody knows whether these were carried out. `internal` stands for what we did not foresee. */
export const isUnsure = ({ code }: AppError): boolean =>
  code === 'unknown-outcome' || code === 'internal';

/** Answers with the id of the new item. */
export function addLogin(
  client: Passwork,
  draft: Placed,
  { url, password }: Login,
): Promise<string> {
  const { name, login, place } = draft;
  return client.addItem({ ...place, name, login, password, urls: [url] });
}

/** The item that an earlier try has added after all; null where there is none. */
export async function findAdded(
  client: Passwork,
  draft: Placed,
  { password, open }: { readonly password: string; readonly open: Open },
): Promise<string | null> {
  const rows = await client.items({ ...draft.place });
  for (const { id, shortcutId, name, login } of rows) {
    if (shortcutId !== null || name !== draft.name || login !== draft.login) continue;
    if ((await open({ kind: 'item', id })).password === password) return id;
  }
  return null;
}

/**
 * Gives an item the password, and a login where it has none; `changed` is false where it had both
 * already. `itemId` is the item's own. A lost answer is settled by looking at the item.
 */
export async function updatePassword(
  client: Passwork,
  ref: ItemRef,
  {
    username,
    password,
    open,
  }: {
    readonly username: string;
    readonly password: string;
    readonly open: Open;
  },
): Promise<{ readonly changed: boolean; readonly vaultId: string; readonly itemId: string }> {
  const before = await open(ref);
  const login = before.login === '' ? username : before.login;
  const { vaultId, id: itemId } = before;
  if (before.password === password && before.login === login)
    return { changed: false, vaultId, itemId };
  const changes = { password, ...(login === before.login ? {} : { login }) };
  try {
    if (ref.kind === 'shortcut') await client.editShortcut(ref.id, changes);
    else await client.editItem(ref.id, changes);
  } catch (thrown) {
    if (!isUnsure(toAppError(thrown))) throw thrown;
    const after = await open(ref).catch(() => null);
    if (after?.password !== password) throw thrown;
  }
  return { changed: true, vaultId, itemId };
}
