import type { ItemSummary } from '../../model/item.ts';
import { mapConcurrently } from '../concurrent.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { Passwork } from '../passwork.ts';
import { keyOf } from '../sealed-item.ts';
import { sealValue } from '../value.ts';
import type { KeyRing, VaultKey } from './keys.ts';
import { parseFolders, parseItem, parseSummaries } from './parse.ts';
import { relocateItem, toPlace } from './relocate-item.ts';

export type RelocateFolderCalls = Pick<Passwork, 'moveFolder' | 'copyFolder'>;

/**
 * Moving and copying a folder. Every item in it and below it goes along re-encrypted in the one request
 * (section 2.4); one that cannot be read stops all of it before anything is sent.
 */
export function createRelocateFolderCalls(call: Caller, keys: KeyRing): RelocateFolderCalls {
  const relocate =
    (action: 'move' | 'copy'): Passwork['moveFolder'] =>
    async (id, target, { signal } = {}) => {
      const to = toPlace(target);
      const work: Work = { call, keys, signal, vault: await keys.vault(to.vaultTo, signal) };
      const rows = await listBelow(work, checkId(id));
      const items = rows.filter(({ shortcutId }) => shortcutId === null);
      const shortcuts = rows.filter(({ shortcutId }) => shortcutId !== null);
      const renewed = await mapConcurrently(items, (row) => renewItem(work, row));
      const body = {
        folderId: id,
        ...to,
        cryptedPasswords: mapOf(renewed, (item) => item.cryptedPassword),
        cryptedKeys: mapOf(renewed, (item) => item.cryptedKey),
        custom: mapOf(renewed, ({ custom }) => (custom.length > 0 ? custom : null)),
        attachments: mapOf(renewed, ({ attachments }) =>
          attachments.length > 0 ? attachments : null,
        ),
        shortcuts: Object.fromEntries(
          await mapConcurrently(shortcuts, (row) => renewShortcut(work, row.shortcutId ?? '')),
        ),
      };
      await call({
        method: 'POST',
        path: ['folders', id, action],
        body,
        write: true,
        parse: () => null,
        signal,
      });
    };
  return { moveFolder: relocate('move'), copyFolder: relocate('copy') };
}

type Work = {
  readonly call: Caller;
  readonly keys: KeyRing;
  readonly vault: VaultKey;
  readonly signal: AbortSignal | undefined;
};

/** Everything in a folder and below it. Nothing is passed over: what is missed would be lost. */
async function listBelow({ call, signal }: Work, folderId: string): Promise<ItemSummary[]> {
  const rows: ItemSummary[] = [];
  const seen = new Set([folderId]);
  for (const id of seen) {
    const [items, folders] = await Promise.all([
      call({ method: 'GET', path: ['folders', id, 'passwords'], parse: parseSummaries, signal }),
      call({ method: 'GET', path: ['folders', id, 'children'], parse: parseFolders, signal }),
    ]);
    rows.push(...items);
    // A set grows while it is walked, and a folder that was seen is not walked again.
    for (const { folder } of folders) seen.add(folder.id);
  }
  return rows;
}

async function renewItem({ call, keys, vault, signal }: Work, { id }: ItemSummary) {
  const source = await call({ method: 'GET', path: ['passwords', id], parse: parseItem, signal });
  return { id, ...(await relocateItem(source, await keys.item(source, signal), vault)) };
}

/** A shortcut keeps the item's key, wrapped for the vault where it lives. */
async function renewShortcut(work: Work, id: string) {
  const path = ['sharing', 'shortcut', id];
  const cryptedKey = await wrapShortcutKey(work, path);
  return [id, { cryptedKey }] as const;
}

/** The key of the item behind a shortcut, under the key of another vault. Throws `unreadable`. */
export async function wrapShortcutKey(work: Work, path: readonly string[]): Promise<string> {
  const { call, keys, vault, signal } = work;
  const source = await call({ method: 'GET', path, parse: parseItem, signal });
  const key = keyOf(await keys.item(source, signal));
  if (key === null || vault.key === null) return '';
  return sealValue(key, vault.key);
}

/** A map by item; null leaves the item out of it. */
function mapOf<T extends { readonly id: string }, V>(
  items: readonly T[],
  value: (item: T) => V | null,
): Record<string, V> {
  const map: Record<string, V> = {};
  for (const item of items) {
    const one = value(item);
    if (one !== null) map[item.id] = one;
  }
  return map;
}
