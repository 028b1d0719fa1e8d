/**
 * The badge over our icon: how many items belong to the site of the tab. Each tab has its own text, which
 * the browser holds in memory and drops with the document; nothing of it is stored.
 */
import type { Tab } from '../../platform/tabs.ts';
import { createLatest } from '../latest.ts';

export type TabBadge = {
  /** The lock, the index, the settings or a tab is another. */
  update(): Promise<void>;
  /** A login of this tab may be saved, or no longer; that stands before the number. */
  markOffer(tabId: number, on: boolean): Promise<void>;
  /** Shows a sign for a moment, with a sentence as tooltip. */
  flash(text: string, tooltip: string): Promise<void>;
};

type Dependencies = {
  readonly shown: () => Promise<boolean>;
  readonly unlocked: () => Promise<boolean>;
  /** The number of items for a page, 0 where nothing may be filled there. */
  readonly count: (pageUrl: string) => Promise<number>;
  /** The tabs in front of their windows. */
  readonly findFrontTabs: () => Promise<readonly Tab[]>;
  readonly mark: (tabId: number, text: string, tooltip: string) => Promise<void>;
  readonly markOf: (tabId: number) => Promise<string>;
  readonly flash: (text: string, tooltip: string) => Promise<void>;
  readonly offerText: string;
  readonly later: (act: () => void, milliseconds: number) => void;
};

/** Stands over the icon while a login may be saved. */
export const offerSign = '+';
const most = 99;
/** Milliseconds that a sign stands. */
const flashTime = 3_000;

export function createTabBadge(deps: Dependencies): TabBadge {
  async function textFor(tab: Tab): Promise<string> {
    if (!(await deps.shown()) || !(await deps.unlocked())) return '';
    const count = await deps.count(tab.url);
    return count === 0 ? '' : count > most ? `${most}+` : String(count);
  }

  const update = createLatest(async () => {
    for (const tab of await deps.findFrontTabs()) {
      if ((await deps.markOf(tab.id)) === offerSign) continue;
      await deps.mark(tab.id, await textFor(tab), '');
    }
  });

  return {
    update,
    async markOffer(tabId, on) {
      await deps.mark(tabId, on ? offerSign : '', on ? deps.offerText : '');
      if (!on) await update();
    },
    async flash(text, tooltip) {
      await deps.flash(text, tooltip);
      for (const { id } of await deps.findFrontTabs()) {
        if ((await deps.markOf(id)) !== offerSign) await deps.mark(id, text, tooltip);
      }
      deps.later(() => void update(), flashTime);
    },
  };
}
