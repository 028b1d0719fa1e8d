/** The keyword in the address bar: finds items by name and opens them in our popup. Names only. */
import type { Suggestion } from '../../platform/omnibox.ts';
import type { ItemRow } from '../../protocol/list-calls.ts';
import { type OpenMark, writeMark } from '../../protocol/open-mark.ts';

type Dependencies = {
  /** Switched on, and the vault open. */
  readonly ready: () => Promise<'off' | 'locked' | 'open'>;
  readonly find: (query: string, limit: number) => Promise<readonly ItemRow[]>;
  /** Opens our popup, or a window where there can be none. */
  readonly openAt: (mark: string) => Promise<unknown>;
  readonly text: (key: string) => string;
};

/** What browsers show at most. */
const most = 6;

export type OmniboxHandler = {
  suggest(
    typed: string,
  ): Promise<{ readonly title: string; readonly suggestions: readonly Suggestion[] }>;
  choose(text: string): Promise<void>;
};

export function createOmniboxHandler({ ready, find, openAt, text }: Dependencies): OmniboxHandler {
  return {
    async suggest(typed) {
      const state = await ready();
      if (state !== 'open') {
        return {
          title: text(state === 'off' ? 'omniboxOff' : 'omniboxLocked'),
          suggestions: [],
        };
      }
      const query = typed.trim();
      const rows = query === '' ? [] : await find(query, most);
      return {
        title: text('omniboxTitle'),
        suggestions: rows.map((row) => ({
          content: `${nameOf(row)} ${contentEnd(row)}`,
          description: nameOf(row),
        })),
      };
    },
    async choose(entered) {
      if ((await ready()) === 'off') return;
      // Locked, the popup asks for the secret and then goes on to what was chosen.
      await openAt(writeMark(markOf(entered)));
    },
  };
}

const nameOf = ({ name, host }: ItemRow): string => name || host;

/** Tells suggestions of one name from each other, and which item was chosen. */
function contentEnd({ id, shortcutId }: ItemRow): string {
  return shortcutId === null ? `[item:${id}]` : `[shortcut:${shortcutId}]`;
}

function markOf(entered: string): OpenMark {
  const chosen = /\[(item|shortcut):([^\]\s]{1,100})\]$/.exec(entered);
  const [, kind, id] = chosen ?? [];
  if ((kind === 'item' || kind === 'shortcut') && id !== undefined) {
    return { show: 'item', ref: { kind, id } };
  }
  return { show: 'search', query: entered.trim().slice(0, 200) };
}
