/** What content scripts may ask, and of whom. Wiring only, as in `index.ts`. */
import { findFrames } from '../platform/frames.ts';
import { openPopup } from '../platform/popup.ts';
import { sightIsReported } from '../platform/sight.ts';
import { generatorRulesItem } from '../platform/storage.ts';
import { findCurrentTab } from '../platform/tabs.ts';
import type { ItemRow } from '../protocol/list-calls.ts';
import { createReceiver, type Receiver } from '../protocol/receiver.ts';
import type { PageSender } from '../protocol/sender.ts';
import type { Accounts } from './accounts/accounts.ts';
import { injectEngine } from './engine.ts';
import { type Authoriser, pageAt } from './fill/authorise.ts';
import type { Filling } from './filling.ts';
import type { Generator } from './generator/generator.ts';
import { createPageHandlers, pageParsers } from './handlers/page.ts';
import { createRateLimit } from './handlers/rate-limit.ts';
import type { LoginWatch } from './save/watch.ts';
import type { SettingsService } from './settings.ts';

type Dependencies = {
  readonly accounts: Pick<Accounts, 'active'>;
  readonly settings: SettingsService;
  readonly authoriser: Authoriser;
  readonly filling: Pick<Filling, 'fill' | 'lastFilled' | 'consent'>;
  readonly watch: LoginWatch;
  readonly generator: Generator;
  readonly matching: (pageUrl: string) => Promise<readonly ItemRow[]>;
  readonly isOwnServer: (origin: string) => Promise<boolean>;
  readonly isPrivate: (tabId: number) => Promise<boolean>;
  readonly touch: () => Promise<void>;
  readonly now: () => number;
};

export function createPageReceiver(deps: Dependencies): Receiver<PageSender> {
  const { active } = deps.accounts;
  const { fill, lastFilled, consent } = deps.filling;
  const { authoriser, settings, watch, generator, matching, isOwnServer, touch } = deps;
  const popupLimit = createRateLimit({ burst: 2, perSecond: 0.5, now: deps.now });

  return createReceiver(
    pageParsers,
    createPageHandlers({
      ...{ fill, lastFilled, consent, authoriser, settings, watch, generator, matching },
      ...{ isOwnServer, touch, openPopup },
      generatorRules: generatorRulesItem,
      async remember(password, { tabId, origin }, again) {
        const { session, generated } = await active();
        if (await deps.isPrivate(tabId)) await session.client();
        else await generated.keep(password, origin, again);
      },
      state: async () => (await (await active()).session.state()).state,
      siteRule: async (pageUrl) => (await active()).rules.ofPage(pageUrl),
      async silence(pageUrl) {
        const { rules } = await active();
        await rules.setSite(pageUrl, { ...(await rules.ofPage(pageUrl)), offer: 'never' });
      },
      async pageOf({ tabId, frameId, origin }) {
        const frames = await findFrames(tabId);
        return pageAt(
          frames.find((frame) => frame.frameId === frameId),
          origin,
        );
      },
      inject: injectEngine,
      pageIsBelieved: sightIsReported,
      mayOpenPopup: async (tabId) =>
        (await findCurrentTab())?.id === tabId && popupLimit.allows(tabId),
    }),
  );
}
