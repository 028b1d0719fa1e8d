/** One signed-in browser for all attacks of a file: none of them may leave a trace in it. */
import { test as base, expect, type Page } from '@playwright/test';
import type { ItemRow } from '../../../src/protocol/list-calls.ts';
import { fewRounds } from '../../server/options.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { type HostileSite, startHostileSite } from '../../support/hostile-site.ts';
import { ask, askFor } from './ask.ts';
import { type Extension, launchExtension } from './chromium.ts';
import { clickMenu } from './context-menu.ts';
import { pressShortcut } from './shortcut.ts';
import { signIn } from './sign-in.ts';

export type World = {
  readonly server: RunningServer;
  readonly extension: Extension;
  readonly evil: HostileSite;
  /** A page of ours, behind whatever is in front. */
  readonly popup: Page;
  /** The item of the demo site's first account. */
  readonly mine: ItemRow;
};

export const test = base.extend<{ tab: Page }, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const server = await startServer(fewRounds);
      const extension = await launchExtension();
      const evil = await startHostileSite();
      const popup = await extension.openPopup();
      await signIn(popup, server.v4);
      const { rows } = await askFor(popup, 'find', {
        query: server.site.accounts[0].login,
        tabId: null,
        offset: 0,
        limit: 100,
      });
      const { host } = new URL(server.site.loginUrl);
      const mine = rows.find((row) => row.host === host && row.shortcutId === null);
      if (mine === undefined) throw new Error('the demo data lacks the item of its own site');
      await use({ server, extension, evil, popup, mine });
      await extension.close();
      await Promise.all([server.close(), evil.close()]);
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  tab: async ({ world }, use) => {
    const tab = await world.extension.context.newPage();
    await use(tab);
    await tab.close();
  },
});

export { expect };

/**
 * Every way to ask for a fill but the click in our menu, for every frame of a tab. Answers with what the popup was
 * answered, once all others have come to their end, which is a word over our icon or a popup that asks.
 */
export async function fillByEveryWay({ extension, popup, mine }: World, tab: Page) {
  await tab.bringToFront();
  const ends = await countEnds(extension);
  const before = await ends();
  const { tabId, frameIds } = await extension.inWorker(async (url) => {
    const [found] = await chrome.tabs.query({ url: `${url}*` });
    const tabId = found?.id ?? -1;
    const frames = (await chrome.webNavigation.getAllFrames({ tabId })) ?? [];
    return { tabId, frameIds: frames.map(({ frameId }) => frameId) };
  }, tab.url());
  const answer = await ask(popup, 'fill', { ref: { kind: 'item', id: mine.id }, tabId });
  for (const frameId of frameIds) {
    await clickMenu(extension, tab, { act: 'fill', id: mine.id, frameId });
  }
  await pressShortcut(extension, tab.url(), 'fill');
  await expect.poll(ends).toBe(before + frameIds.length + 1);
  return answer;
}

declare global {
  /** In the worker, for these tests: how many acts without a screen of their own have come to their end. */
  var ends: number | undefined;
}

/** Counts from the first call on; answers with how to read it. */
async function countEnds(extension: Extension): Promise<() => Promise<number>> {
  await extension.inWorker(() => {
    if (globalThis.ends !== undefined) return;
    globalThis.ends = 0;
    const count = (counts: boolean) => {
      globalThis.ends = (globalThis.ends ?? 0) + Number(counts);
    };
    const { action: other } = Reflect.get(globalThis, 'browser') ?? chrome;
    for (const action of new Set<typeof chrome.action>([chrome.action, other])) {
      const { setBadgeText, openPopup } = action;
      const said = (details: chrome.action.BadgeTextDetails) => {
        count(details.tabId === undefined && details.text !== '');
        return Reflect.apply(setBadgeText, action, [details]);
      };
      const asked = () => {
        count(true);
        return Reflect.apply(openPopup, action, []);
      };
      Object.assign(action, { setBadgeText: said, openPopup: asked });
    }
  });
  return () => extension.inWorker(() => globalThis.ends ?? 0);
}

/** What stands in the fields of all frames of a tab. */
export async function valuesIn(tab: Page): Promise<string[]> {
  const all = await Promise.all(
    tab.frames().map((frame) =>
      frame
        .locator('input')
        .evaluateAll((inputs) => inputs.map((input) => String(Reflect.get(input, 'value'))))
        .catch(() => []),
    ),
  );
  return all.flat();
}

/** How many frames of a tab have an element of ours. */
export async function menusIn(tab: Page): Promise<number> {
  const all = await Promise.all(
    tab.frames().map((frame) =>
      frame
        .locator('html > [popover]')
        .count()
        .catch(() => 0),
    ),
  );
  return all.reduce((sum, each) => sum + each, 0);
}

export const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
