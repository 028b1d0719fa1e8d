/**
 * The worker: wires services, handlers and listeners, and decides nothing. Listeners are added in
 * the first tick, so that whatever woke the worker finds them; handlers wait for what they need.
 */
import { connect, probe, resume } from '../passwork/index.ts';
import { createAccountStore } from '../platform/account-store.ts';
import { clearAlarm, setAlarm } from '../platform/alarms.ts';
import { onChallenge } from '../platform/challenges.ts';
import { createChunkStore } from '../platform/chunk-store.ts';
import { findClipboard } from '../platform/clipboard.ts';
import { findFrames, injectFile, type Place, sendToFrame } from '../platform/frames.ts';
import { onCommand, ownPage } from '../platform/lifecycle.ts';
import { findLoadError } from '../platform/load-error.ts';
import { onManagedChanged, readManaged } from '../platform/managed.ts';
import { onMenuClick, showMenu } from '../platform/menus.ts';
import { findOffscreenPage } from '../platform/offscreen.ts';
import { openConsent, openPopup, setupPage } from '../platform/popup.ts';
import { localText, onMessage } from '../platform/runtime.ts';
import { sightIsReported } from '../platform/sight.ts';
import {
  accountItems,
  challengesItem,
  clipboardItem,
  consentItem,
  deadlineItem,
  failuresItem,
  firstScreenItem,
  generatorRulesItem,
  grantsItem,
  knownPasswordsItem,
  renewedItem,
  settingsItem,
  setupDraftItem,
  typedLoginsItem,
  untilLocked,
  visitsItem,
} from '../platform/storage.ts';
import { findAllTabs, findCurrentTab, findTab, openTab } from '../platform/tabs.ts';
import { closeWindow, openWindow } from '../platform/windows.ts';
import { readWords } from '../platform/words.ts';
import { createClient } from '../protocol/client.ts';
import { challengeMark } from '../protocol/open-mark.ts';
import type { FrameCalls } from '../protocol/page-calls.ts';
import { createReceiver } from '../protocol/receiver.ts';
import { createAccount } from './accounts/account.ts';
import { createAccounts } from './accounts/accounts.ts';
import { readStatus } from './accounts/status.ts';
import { createClipboard } from './clipboard/clipboard.ts';
import { offscreenClipboard, ownClipboard } from './clipboard/system.ts';
import { createDoor } from './door.ts';
import { createElsewhere } from './elsewhere.ts';
import { followIdleTime, listen } from './events.ts';
import { createFailures } from './failures.ts';
import { createAuthoriser, originOf, type Permit, pageAt } from './fill/authorise.ts';
import { createChallenges } from './fill/challenges.ts';
import { createCodeAfterFill } from './fill/code-after-fill.ts';
import { createConsent } from './fill/consent.ts';
import { createFill } from './fill/fill.ts';
import { createGrants, type RowRef } from './fill/grants.ts';
import { createLastFilled } from './fill/last-filled.ts';
import { createOpenAndFill } from './fill/open-and-fill.ts';
import { createFirstScreen } from './first-screen.ts';
import { createCopyGenerated } from './generator/copy-generated.ts';
import { createGenerator } from './generator/generator.ts';
import { createPick } from './generator/pick.ts';
import { createCommandHandler } from './handlers/command.ts';
import { createMenuHandler } from './handlers/menu.ts';
import { createPageHandlers, pageParsers } from './handlers/page.ts';
import { createPopupHandlers, popupParsers } from './handlers/popup/popup.ts';
import { createRateLimit } from './handlers/rate-limit.ts';
import { createMenuService } from './menu/menu-service.ts';
import { createCopyPart } from './opened/copy-part.ts';
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

const offscreen = findOffscreenPage('src/offscreen/index.html');
const clipboard = createClipboard({
  system: offscreen === null ? ownClipboard(findClipboard()) : offscreenClipboard(offscreen),
  remembered: clipboardItem,
  now,
  setAlarm: (when) => setAlarm('clear-clipboard', when),
});

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
    lastFilled.clear();
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
const clipboardSeconds = async () => (await settings.get()).clipboardSeconds;
const copyPart = createCopyPart({
  authoriser,
  open,
  clipboard,
  clipboardSeconds,
  noteUse,
  now,
});

const { badge, inboxWatch, openAt } = createElsewhere({
  settings,
  accounts,
  isOpen,
  matching,
  isOwnServer,
});
const { report, codeCopied } = createReports({ flash: badge.flash, text: localText, now });
const codeAfterFill = createCodeAfterFill({
  wanted: async () => (await settings.get()).copyCodeAfterFill,
  copyPart,
  sayCopied: codeCopied,
  report,
});

const known = createKnownPasswords(knownPasswordsItem);
const inject = (place: Place) => injectFile(place, 'engine.js');
const frameClient = (place: Place) =>
  createClient<FrameCalls>('frame', (message) => sendToFrame(place, message));
const lastFilled = createLastFilled(now);
const fill = createFill({
  authoriser,
  grants: createGrants(grantsItem, now),
  findFrames,
  inject,
  frameClient,
  open,
  matches: async (row, pageUrl) => (await active()).items.matches(row, pageUrl),
  noteUse,
  lastFilled,
  afterFill: codeAfterFill,
  async noteFilled({ tabId, origin }, password) {
    if (!(await isPrivate(tabId))) await known.note(origin, password);
  },
  now,
});

const challenges = createChallenges({
  wanted: async () => (await settings.get()).answerChallenges,
  isOpen,
  maySpeak: async (pageUrl) => (await (await active()).rules.ofPage(pageUrl)).offer === 'always',
  itemsOf: async (pageUrl) => (await active()).items.ofHostAndPort(pageUrl),
  realms: async () => (await active()).realms,
  authoriser,
  open,
  noteUse,
  isPrivate,
  isInFront: async (tabId) => (await findCurrentTab())?.id === tabId,
  openWindow: (id) => openWindow(ownPage(`${setupPage}?${challengeMark}=${id}`)),
  closeWindow: (id) => void closeWindow(id),
  heard: challengesItem,
  later: (act, milliseconds) => setTimeout(act, milliseconds),
  now,
});
onChallenge(challenges.answer);

const openAndFill = createOpenAndFill({
  stored: visitsItem,
  fill,
  tabExists: async (tabId) => (await findTab(tabId)) !== null,
  findFrames,
  openTab,
  report,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now,
});

const typedLogins = createTypedLogins({
  stored: typedLoginsItem,
  known,
  active,
  settings,
  findTab,
  findFrames,
  inject,
  frameClient,
  showOffer: badge.markOffer,
  now,
});

const generator = createGenerator({
  pick: createPick(),
  readWords,
  // Passwork tells rules for its own sign-in only, none for items: docs/policies.md.
  complexity: async () => null,
});

const copyGenerated = createCopyGenerated({
  authoriser,
  generator,
  generatorRules: generatorRulesItem,
  clipboard,
  clipboardSeconds,
  remember: async (password) => {
    await touch();
    await (await active()).generated.keep(password, '');
  },
});

const menu = createMenuService({
  unlocked: isOpen,
  findCurrentTab,
  matching,
  show: showMenu,
  text: localText,
});

const consent = createConsent({ stored: consentItem, openPopup: openConsent, now });
async function wishOf(tabId: number, { id, shortcutId }: RowRef) {
  const { url: pageUrl = '' } = (await findTab(tabId)) ?? {};
  return { id, shortcutId, tabId, pageUrl };
}
const keepWish = async (tabId: number, row: RowRef) => consent.keep(await wishOf(tabId, row));
const confirm = async (tabId: number, row: RowRef) => consent.seek(await wishOf(tabId, row));

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
    keepWish,
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

const popupLimit = createRateLimit({ burst: 2, perSecond: 0.5, now });

const receivePage = createReceiver(
  pageParsers,
  createPageHandlers({
    fill,
    watch: typedLogins.watch,
    generator,
    generatorRules: generatorRulesItem,
    async remember(password, { tabId, origin }) {
      const { session, generated } = await active();
      if (await isPrivate(tabId)) await session.client();
      else await generated.keep(password, origin);
    },
    authoriser,
    settings,
    state: async () => (await (await active()).session.state()).state,
    touch,
    siteRule: async (pageUrl) => (await active()).rules.ofPage(pageUrl),
    silence: async (pageUrl) => {
      const { rules } = await active();
      await rules.setSite(pageUrl, { ...(await rules.ofPage(pageUrl)), offer: 'never' });
    },
    pageOf: async ({ tabId, frameId, origin }) =>
      pageAt(
        (await findFrames(tabId)).find((frame) => frame.frameId === frameId),
        origin,
      ),
    matching,
    lastFilled,
    inject,
    isOwnServer,
    consent,
    pageIsBelieved: sightIsReported,
    mayOpenPopup: async (tabId) =>
      (await findCurrentTab())?.id === tabId && popupLimit.allows(tabId),
    openPopup,
  }),
);

onMessage(createDoor({ receivePopup, receivePage, now }));
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
  onClosed(tabId) {
    void consent.closed(tabId);
    challenges.closed({ tabId });
  },
  onWindowClosed: (windowId) => challenges.closed({ windowId }),
});
