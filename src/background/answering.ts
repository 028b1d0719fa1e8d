/** Answers servers that ask for a login before they show a page. Wiring only, as in `index.ts`; listens at once. */
import type { OpenedItem } from '../model/item.ts';
import { onChallenge } from '../platform/challenges.ts';
import { ownPage } from '../platform/lifecycle.ts';
import { popupPage } from '../platform/popup.ts';
import { challengesItem } from '../platform/storage.ts';
import { findCurrentTab } from '../platform/tabs.ts';
import { closeWindow, openWindow } from '../platform/windows.ts';
import { challengeMark } from '../protocol/open-mark.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Authoriser, Permit } from './fill/authorise.ts';
import { type Challenges, createChallenges } from './fill/challenges.ts';
import type { SettingsService } from './settings.ts';

type Dependencies = {
  readonly settings: Pick<SettingsService, 'get'>;
  readonly accounts: Pick<Accounts, 'active'>;
  readonly isOpen: () => Promise<boolean>;
  readonly authoriser: Authoriser;
  readonly open: (permit: Permit) => Promise<OpenedItem>;
  readonly noteUse: (id: string) => Promise<void>;
  readonly isPrivate: (tabId: number) => Promise<boolean>;
  readonly now: () => number;
};

export function createAnswering({ settings, accounts, ...deps }: Dependencies): Challenges {
  const { active } = accounts;
  const challenges = createChallenges({
    ...deps,
    wanted: async () => (await settings.get()).answerChallenges,
    maySpeak: async (pageUrl) => (await (await active()).rules.ofPage(pageUrl)).offer === 'always',
    itemsOf: async (pageUrl) => (await active()).items.ofHostAndPort(pageUrl),
    realms: async () => (await active()).realms,
    isInFront: async (tabId) => (await findCurrentTab())?.id === tabId,
    openWindow: (id) => openWindow(ownPage(`${popupPage}?${challengeMark}=${id}`)),
    closeWindow: (id) => void closeWindow(id),
    heard: challengesItem,
    later: (act, milliseconds) => setTimeout(act, milliseconds),
  });
  onChallenge(challenges.answer);
  return challenges;
}
