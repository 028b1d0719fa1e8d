/**
 * The context menu follows the tab in front: each of its matching items, and what can be done with it.
 * Its texts are names and logins; Chromium keeps menus on the disk, so locking empties it.
 */
import type { MenuEntry } from '../../platform/menus.ts';
import type { RowRef } from '../../protocol/item-calls.ts';
import type { ItemRow } from '../../protocol/list-calls.ts';

export type MenuAct = 'fill' | 'copy-login' | 'copy-password' | 'copy-code' | 'open';

const acts: readonly { readonly act: MenuAct; readonly text: string }[] = [
  { act: 'fill', text: 'contextFill' },
  { act: 'copy-login', text: 'contextCopyLogin' },
  { act: 'copy-password', text: 'contextCopyPassword' },
  { act: 'copy-code', text: 'contextCopyCode' },
  { act: 'open', text: 'contextOpen' },
];

/** More would not fit a screen; the popup has them all. */
const most = 10;

export const openPopupEntry = 'open-popup';
export const generateEntry = 'generate';

export type MenuState =
  | { readonly state: 'locked' }
  | { readonly state: 'unlocked'; readonly rows: readonly ItemRow[] };

/** `text` gives the words of a key in `_locales`. */
export function buildMenu(menu: MenuState, text: (key: string) => string): readonly MenuEntry[] {
  const root = { id: 'latchkey', title: text('extensionName') };
  const only = (key: string, enabled: boolean): readonly MenuEntry[] => [
    root,
    { id: openPopupEntry, parentId: root.id, title: text(key), enabled },
  ];
  if (menu.state === 'locked') return only('contextUnlock', true);
  const generate = { id: generateEntry, parentId: root.id, title: text('contextGenerate') };
  if (menu.rows.length === 0) return [...only('contextNoMatch', false), generate];
  const [first, ...others] = menu.rows.slice(0, most);
  // One item needs no menu of its own: what can be done with it is a step nearer.
  if (first !== undefined && others.length === 0) {
    return [root, ...actsOf(first, root.id, text), generate];
  }
  return [
    root,
    ...menu.rows.slice(0, most).flatMap((row) => {
      const id = entryId('item', row);
      return [{ id, parentId: root.id, title: titleOf(row) }, ...actsOf(row, id, text)];
    }),
    generate,
  ];
}

function actsOf(
  row: ItemRow,
  parentId: string,
  text: (key: string) => string,
): readonly MenuEntry[] {
  return acts.map(({ act, text: key }) => ({ id: entryId(act, row), parentId, title: text(key) }));
}

function titleOf({ name, host, login }: ItemRow): string {
  const shown = name || host;
  return login === '' ? shown : `${shown} — ${login}`;
}

function entryId(act: MenuAct | 'item', { id, shortcutId }: RowRef): string {
  return [act, id, shortcutId ?? ''].join(' ');
}

/** Null for entries that do nothing by themselves. */
export function parseEntry(entry: string): { readonly act: MenuAct; readonly row: RowRef } | null {
  const [name, id, shortcutId] = entry.split(' ');
  const act = acts.find((each) => each.act === name)?.act;
  if (act === undefined || id === undefined || shortcutId === undefined) return null;
  return { act, row: { id, shortcutId: shortcutId === '' ? null : shortcutId } };
}
