/**
 * What Latchkey shows in the browser outside its own window: the badge over its icon, the keyword in the
 * address bar, notifications. Wiring only, as in `index.ts`; listeners are added at once.
 */
import { errorTextKey } from '../model/error.ts';
import { allowsFilling } from '../model/policy.ts';
import { originOf } from '../model/web-address.ts';
import { flashBadge, markOf, markTab } from '../platform/badge.ts';
import { ownPage } from '../platform/lifecycle.ts';
import {
  clearNotification,
  mayNotify,
  notify,
  onNotificationPressed,
} from '../platform/notifications.ts';
import { onOmnibox } from '../platform/omnibox.ts';
import { openPopupAt, popupPage } from '../platform/popup.ts';
import { localText } from '../platform/runtime.ts';
import { seenInboxItem } from '../platform/storage.ts';
import { findFrontTabs } from '../platform/tabs.ts';
import { openWindow } from '../platform/windows.ts';
import type { ItemRow } from '../protocol/list-calls.ts';
import { writeMark } from '../protocol/open-mark.ts';
import type { Accounts } from './accounts/accounts.ts';
import { createTabBadge, type TabBadge } from './badge/tab-badge.ts';
import { createOmniboxHandler } from './handlers/omnibox.ts';
import { createInboxWatch, type InboxWatch } from './inbox/inbox-watch.ts';
import type { SettingsService } from './settings.ts';

export type Elsewhere = {
  readonly badge: TabBadge;
  readonly inboxWatch: InboxWatch;
  /** Opens the popup on what its address says, or a window where the browser opens no popup. */
  openAt(mark: string): Promise<void>;
};

type Dependencies = {
  readonly settings: SettingsService;
  readonly accounts: Pick<Accounts, 'active'>;
  readonly isOpen: () => Promise<boolean>;
  readonly matching: (pageUrl: string) => Promise<readonly ItemRow[]>;
  /** Pages of a Passwork server of ours, where nothing is offered. */
  readonly isOwnServer: (origin: string) => Promise<boolean>;
};

/** There is one at a time. */
const inboxNotice = 'inbox';

export function createElsewhere(deps: Dependencies): Elsewhere {
  const { settings, isOpen } = deps;
  const { active } = deps.accounts;

  async function openAt(mark: string): Promise<void> {
    if (!(await openPopupAt(mark))) await openWindow(ownPage(`${popupPage}?${mark}`));
  }

  const badge = createTabBadge({
    shown: async () => (await settings.get()).badgeMatches,
    unlocked: isOpen,
    async ended() {
      const state = await (await active()).session.state();
      const reason = state.state === 'locked' ? state.reason : null;
      return reason === null ? '' : localText(errorTextKey(reason));
    },
    async count(pageUrl) {
      const origin = originOf(pageUrl);
      if (origin === null || !allowsFilling(await settings.policy(), origin)) return 0;
      return (await deps.isOwnServer(origin)) ? 0 : (await deps.matching(pageUrl)).length;
    },
    findFrontTabs,
    mark: markTab,
    markOf,
    flash: flashBadge,
    offerText: localText('saveOffered'),
    later: (act, milliseconds) => setTimeout(act, milliseconds),
  });

  const omnibox = createOmniboxHandler({
    async ready() {
      if (!(await settings.get()).omniboxSearch) return 'off';
      return (await isOpen()) ? 'open' : 'locked';
    },
    find: async (query, limit) =>
      (await (await active()).items.find({ query, page: null, offset: 0, limit })).rows,
    openAt,
    text: localText,
  });
  onOmnibox({ suggest: omnibox.suggest, choose: (text) => void omnibox.choose(text) });

  const inboxWatch = createInboxWatch({
    wanted: async () => (await settings.get()).notifyInbox && (await mayNotify()),
    inbox: async () => (await active()).inbox.list(),
    seen: async () => seenInboxItem((await active()).id),
    notify: (count) =>
      notify(
        inboxNotice,
        localText('extensionName'),
        localText(count === 1 ? 'inboxNew_one' : 'inboxNew_other', String(count)),
      ),
  });
  onNotificationPressed((id) => {
    if (id !== inboxNotice) return;
    void clearNotification(id);
    void openAt(writeMark({ show: 'inbox' }));
  });

  return { badge, inboxWatch, openAt };
}
