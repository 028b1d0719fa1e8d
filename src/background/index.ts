/**
 * The worker: wires services, handlers and listeners, and decides nothing. Listeners are added in
 * the first tick, so that whatever woke the worker finds them; handlers wait for what they need.
 */
import { originOf } from '../model/web-address.ts';
import { connect, probe, resume } from '../passwork/index.ts';
import { createAccountStore } from '../platform/account-store.ts';
import { clearAlarm, setAlarm } from '../platform/alarms.ts';
import { createChunkStore } from '../platform/chunk-store.ts';
import { findFrames } from '../platform/frames.ts';
import { onCommand } from '../platform/lifecycle.ts';
import { findLoadError } from '../platform/load-error.ts';
import { onManagedChanged, readManaged } from '../platform/managed.ts';
import { onMenuClick, showMenu } from '../platform/menus.ts';
import { openPopup } from '../platform/popup.ts';
import { localText, onMessage } from '../platform/runtime.ts';
import {
  accountItems,
  deadlineItem,
  failuresItem,
  firstScreenItem,
  generatorRulesItem,
  knownPasswordsItem,
  renewedItem,
  settingsItem,
  setupDraftItem,
  typedLoginsItem,
  untilLocked,
} from '../platform/storage.ts';
import { findAllTabs, findCurrentTab, findTab, openTab } from '../platform/tabs.ts';
import { readWords } from '../platform/words.ts';
import { createReceiver } from '../protocol/receiver.ts';
import { createAccount } from './accounts/account.ts';
import { createAccounts } from './accounts/accounts.ts';
import { readStatus } from './accounts/status.ts';
import { createAnswering } from './answering.ts';
import { createCopying } from './copying.ts';
import { createElsewhere } from './elsewhere.ts';
import { frameClient, injectEngine } from './engine.ts';
import { followIdleTime, listen } from './events.ts';
import { createFailures } from './failures.ts';
import { createAuthoriser, type Permit } from './fill/authorise.ts';
import { createFilling } from './filling.ts';
import { createFirstScreen } from './first-screen.ts';
import { createGenerator } from './generator/generator.ts';
import { createPick } from './generator/pick.ts';
import { createCommandHandler } from './handlers/command.ts';
import { createMenuHandler } from './handlers/menu.ts';
import { createPopupHandlers, popupParsers } from './handlers/popup/popup.ts';
import { createMenuService } from './menu/menu-service.ts';
import { createMessageListener } from './message-listener.ts';
import { createPageReceiver } from './pages.ts';
import { createReports } from './report.ts';
import { createKnownPasswords } from './save/known.ts';
import { createTypedLogins } from './save/typed-logins.ts';
import { createDeadline } from './session/deadline.ts';
import { createSettings } from './settings.ts';
import { closeMenus } from './tabs.ts';

const now = () => Date.now();
const settings = createSettings(settingsItem, readManaged, () => {
  void followIdleTime(settings);
  void badge.update();
});
onManagedChanged(settings.forget);

const store = createAccountStore();
const deadline = createDeadline(deadlineItem, {
  now,
  setAlarm: (when) => setAlarm('lock', when),
  clearAlarm: () => clearAlarm('lock'),
});
const accounts = createAccounts({
  store,
  deadline,
  create: (id) =>
    createAccount(id, {
      probe,
      connect,
      resume,
      store,
      stored: accountItems,
      renewed: renewedItem,
      chunks: (name) => createChunkStore({ name: `index ${name}` }),
      deadline,
      lockAfterMinutes: async () => (await settings.get()).lockAfterMinutes,
      setRefreshAlarm: (when) => setAlarm('refresh-index', when),
      setRemovalAlarm: (when) => setAlarm('remove-items', when),
      onRefreshed: () => void inboxWatch.look(),
      now,
      isPrivate: async () => (await findCurrentTab())?.incognito ?? false,
      onChange: showChange,
      onExpired: () => accounts.lock(),
      onEnded: () => accounts.ended(),
    }),
  onLocked: async () => {
    await firstScreen.clear();
    await clipboard.clear().catch(() => undefined);
    await typedLogins.wipe();
    await Promise.all(untilLocked.map((item) => item.remove()));
    filling.lastFilled.clear();
    challenges.leaveAll();
    closeMenus(await findAllTabs());
  },
  onSwitched: () => void firstScreen.clear().then(showChange),
});
const { active } = accounts;

const isOpen = async () => (await active()).session.isOpen();
const touch = async () => (await active()).session.touch();
const matching = async (pageUrl: string) => (await active()).items.matching(pageUrl);
const open = async (permit: Permit) => (await active()).opened.open(permit);
/** What is done in a private window is remembered nowhere. */
const noteUse = async (id: string) => {
  if (!(await findCurrentTab())?.incognito) (await active()).items.noteUse(id, now());
};
const isPrivate = async (tabId: number) => (await findTab(tabId))?.incognito ?? false;

const isOwnServer = async (origin: string) =>
  (await accounts.list()).some(({ host }) => originOf(host) === origin);
const authoriser = createAuthoriser({
  matches: async (row, pageUrl) => (await active()).items.matches(row, pageUrl),
  isOwnServer,
  knowsAddress: async (row, pageUrl) => (await active()).items.knowsAddress(row, pageUrl),
  policy: settings.policy,
  findFrames,
});

const generator = createGenerator({
  pick: createPick(),
  readWords,
  // Passwork tells rules for its own sign-in only, none for items: docs/policies.md.
  complexity: async () => (await settings.policy()).generatedPasswords ?? null,
});

const { clipboard, clipboardSeconds, copyPart, copyGenerated } = createCopying({
  settings,
  accounts,
  authoriser,
  generator,
  open,
  noteUse,
  touch,
  now,
});

const { badge, inboxWatch, openAt } = createElsewhere({
  settings,
  accounts,
  isOpen,
  matching,
  isOwnServer,
});
const reports = createReports({
  flash: badge.flash,
  text: localText,
  copies: clipboard.copies,
  now,
});
const { report } = reports;

const known = createKnownPasswords(knownPasswordsItem);
const filling = createFilling({
  settings,
  authoriser,
  open,
  matches: async (row, pageUrl) => (await active()).items.matches(row, pageUrl),
  copyPart,
  noteUse,
  async noteFilled({ tabId, origin }, password, login) {
    if (!(await isPrivate(tabId))) await known.note(origin, password, login);
  },
  reports,
  now,
});
const { fill, openAndFill, consent, confirm } = filling;

const challenges = createAnswering({
  settings,
  accounts,
  isOpen,
  authoriser,
  open,
  noteUse,
  isPrivate,
  now,
});

const typedLogins = createTypedLogins({
  stored: typedLoginsItem,
  known,
  active,
  settings,
  findTab,
  findFrames,
  inject: injectEngine,
  frameClient,
  showOffer: badge.markOffer,
  now,
});

const menu = createMenuService({
  unlocked: isOpen,
  findCurrentTab,
  matching,
  show: showMenu,
  text: localText,
});

const failures = createFailures(failuresItem, now);
const firstScreen = createFirstScreen({
  stored: firstScreenItem,
  findCurrentTab,
  status: async () => readStatus(await active()),
  find: async ({ query, offset, limit }, page) =>
    (await active()).items.find({ query, page, offset, limit }),
});

/** The lock, the index or the tab in front is another: whatever shows them follows. */
function showChange(): void {
  void menu.update();
  void badge.update();
  void firstScreen.update();
}

const answerPopup = createReceiver(
  popupParsers,
  createPopupHandlers({
    accounts,
    authoriser,
    challenges,
    consent,
    keepWish: filling.keepWish,
    copyPart,
    fill,
    openAndFill,
    settings,
    setupDraft: setupDraftItem,
    probe,
    findLoadError,
    generator,
    clipboard,
    clipboardSeconds,
    noteUse,
    generatorRules: generatorRulesItem,
    saving: typedLogins.saving,
    findTab,
    openTab,
    failures,
    now,
  }),
);
const receivePopup = failures.noting(popupParsers, answerPopup);

const receivePage = createPageReceiver({
  accounts,
  settings,
  authoriser,
  filling,
  watch: typedLogins.watch,
  generator,
  matching,
  isOwnServer,
  isPrivate,
  touch,
  now,
});

onMessage(createMessageListener({ receivePopup, receivePage, now }));
onMenuClick(
  createMenuHandler({ fill, copyGenerated, copyPart, openPopup, openAt, confirm, report }),
);
onCommand(
  createCommandHandler({
    isOpen,
    touch,
    lock: accounts.lock,
    fill,
    matching,
    findCurrentTab,
    openPopup,
    confirm,
    report,
  }),
);

listen({
  accounts,
  settings,
  clipboard,
  isOpen,
  onShown: showChange,
  onLoaded(tabId) {
    void typedLogins.watch.loaded(tabId);
    void openAndFill.look(tabId);
    // The document that was there before took its badge along.
    void badge.update();
  },
  onNavigated: (tabId) => void openAndFill.look(tabId),
  onDocument: (place, via) => void typedLogins.watch.begun(place, via),
  onClosed(tabId) {
    void consent.closed(tabId);
    challenges.closed({ tabId });
  },
  onWindowClosed: (windowId) => challenges.closed({ windowId }),
});
