/**
 * The badge over our icon: how many items belong to the site of the tab, or that the server has ended the
 * session. Each tab has its own text, which the browser holds in memory and drops with the document; nothing
 * of it is stored.
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
  /** Why the account in use was locked by its server, as a sentence; `''` where it was not. */
  readonly ended: () => Promise<string>;
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
const offerSign = '+';
/** Stands there from when the server has ended the session until somebody unlocks. */
const endedSign = '!';
const most = 99;
/** Milliseconds that a sign stands. */
const flashTime = 3_000;

export function createTabBadge(deps: Dependencies): TabBadge {
  /** What stands over a tab, and the sentence that explains it. */
  async function signFor(tab: Tab): Promise<readonly [text: string, tooltip: string]> {
    if (!(await deps.unlocked())) {
      // A vault that locks as it should says nothing; this one the person believes to be open.
      const sentence = await deps.ended();
      return [sentence === '' ? '' : endedSign, sentence];
    }
    const count = (await deps.shown()) ? await deps.count(tab.url) : 0;
    return [count === 0 ? '' : count > most ? `${most}+` : String(count), ''];
  }

  const update = createLatest(async () => {
    for (const tab of await deps.findFrontTabs()) {
      if ((await deps.markOf(tab.id)) === offerSign) continue;
      await deps.mark(tab.id, ...(await signFor(tab)));
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
