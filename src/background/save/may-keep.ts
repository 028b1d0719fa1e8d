import { allowsFilling } from '../../model/policy.ts';
import type { Tab } from '../../platform/tabs.ts';
import type { FramePlace } from '../fill/frame-place.ts';
import type { SettingsService } from '../settings.ts';

type Dependencies = {
  readonly isOpen: () => Promise<boolean>;
  readonly settings: SettingsService;
  readonly findTab: (id: number) => Promise<Tab | null>;
  readonly siteRule: (pageUrl: string) => Promise<{ readonly save: boolean }>;
};

/**
 * Whether anything that is typed at a place may be kept to be saved: not while the vault is locked, not of a
 * private window, and not where the organisation or the user has said no.
 */
export function createMayKeep(deps: Dependencies): (place: FramePlace) => Promise<boolean> {
  return async ({ tabId, origin }) => {
    if (!(await deps.settings.get()).offerToSave || !(await deps.isOpen())) return false;
    const tab = await deps.findTab(tabId);
    if (tab === null || tab.incognito) return false;
    const { ignoredSites = [] } = await deps.settings.policy();
    if (!allowsFilling({ ignoredSites }, origin)) return false;
    return (await deps.siteRule(`${origin}/`)).save;
  };
}
