/**
 * The context menu follows the tab in front: fill, or copy a part of, one of its matching items.
 * Its texts are names and logins; Chromium keeps menus on the disk, so locking empties it.
 */
import type { MenuEntry } from '../../platform/menus.ts';
import type { ItemRow } from '../../protocol/list-calls.ts';
import type { RowRef } from '../fill/grants.ts';

export type MenuAct = 'fill' | 'copy-login' | 'copy-password' | 'copy-code';

const acts: readonly { readonly act: MenuAct; readonly text: string }[] = [
  { act: 'fill', text: 'contextFill' },
  { act: 'copy-login', text: 'contextCopyLogin' },
  { act: 'copy-password', text: 'contextCopyPassword' },
  { act: 'copy-code', text: 'contextCopyCode' },
];

/** More would not fit a screen; the popup has them all. */
const most = 10;

export const openPopupEntry = 'open-popup';

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
  if (menu.rows.length === 0) return only('contextNoMatch', false);
  return [
    root,
    ...acts.flatMap(({ act, text: key }) => [
      { id: act, parentId: root.id, title: text(key) },
      ...menu.rows.slice(0, most).map((row) => ({
        id: entryId(act, row),
        parentId: act,
        title: row.login === '' ? row.name : `${row.name} — ${row.login}`,
      })),
    ]),
  ];
}

function entryId(act: MenuAct, { id, shortcutId }: RowRef): string {
  return [act, id, shortcutId ?? ''].join(' ');
}

/** Null for entries that do nothing by themselves. */
export function parseEntry(entry: string): { readonly act: MenuAct; readonly row: RowRef } | null {
  const [name, id, shortcutId] = entry.split(' ');
  const act = acts.find((each) => each.act === name)?.act;
  if (act === undefined || id === undefined || shortcutId === undefined) return null;
  return { act, row: { id, shortcutId: shortcutId === '' ? null : shortcutId } };
}
