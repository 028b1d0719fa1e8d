/** Starts Chromium with the built extension in a fresh profile, and reaches into its corners. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { requireBrowser } from '../../../scripts/browser.ts';
import { openRealPopup, popupOpenedBy, type RealPopup } from './real-popup.ts';

export type Extension = {
  readonly context: BrowserContext;
  /** Origin of our own pages, such as `chrome-extension://…`. */
  readonly origin: string;
  /** Runs a function in the worker; wakes nothing, so the worker must be alive. */
  inWorker<Result, Argument = undefined>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>;
  /** Stops the worker as the browser does after half a minute of rest; the next message wakes it. */
  killWorker(): Promise<void>;
  /**
   * Opens the popup's page in a tab behind `site`, so that the tab in front, which the popup asks
   * the browser for, is the site. Playwright drives it there as if it were seen.
   */
  openPopup(site?: Page, query?: string): Promise<Page>;
  /** Loads another unpacked extension beside ours; answers with the origin of its pages. */
  loadAnother(folder: string): Promise<string>;
  /** The popup as the toolbar's button opens it, over `site`. */
  openRealPopup(site: Page): Promise<RealPopup>;
  /** The popup that opens by itself because of what is done in a page. */
  popupOpenedBy(act: () => Promise<unknown>): Promise<RealPopup>;
  close(): Promise<void>;
};

export const popupPath = 'src/popup/index.html';
const built = resolve('dist/chrome');

const chromiumArguments = [
  // Without it the browser takes no extension over the pipe; Google's own builds know no other way.
  '--enable-unsafe-extension-debugging',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type LaunchOptions = {
  readonly headless?: boolean;
  /** Folder of the profile, to start again on it; a fresh one that is removed at the end if left out. */
  readonly profile?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** The browser's own language, which an extension speaks too. */
  readonly language?: string;
  /** More of the browser's own flags. */
  readonly flags?: readonly string[];
  /** Folder of another extension than the built one. */
  readonly folder?: string;
};

export async function launchExtension(options: LaunchOptions = {}): Promise<Extension> {
  const { headless = true, profile = '', colorScheme = 'light', folder = built } = options;
  const { flags = [], language = '' } = options;
  if (!existsSync(folder)) throw new Error('dist/chrome is missing: npm run build');
  const spoken = language === '' ? [] : [`--lang=${language}`];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    headless,
    colorScheme,
    acceptDownloads: true,
    // Where it is not taken from the environment, from the flag.
    ...(language === '' ? {} : { env: { ...process.env, LANGUAGE: language.replace('-', '_') } }),
    // Playwright's own headless mode is another program, which knows no extensions.
    // Its screen is 800 by 600 unless told otherwise, and cuts the popup's bubble.
    args: headless
      ? ['--headless=new', '--screen-info={1600x1200}', ...chromiumArguments, ...spoken, ...flags]
      : [...chromiumArguments, ...spoken, ...flags],
    ignoreDefaultArgs: ['--disable-extensions'],
    ...(headless ? {} : { viewport: null }),
  });
  const browser = context.browser();
  if (browser === null) throw new Error('Playwright gave no browser');
  const session = await browser.newBrowserCDPSession();
  const started = context.waitForEvent('serviceworker');
  const id = await loadExtension(session, folder);
  await started;
  const origin = `chrome-extension://${id}`;
  const openBehind = (url: string) => openTabBehind(context, session, url);

  return {
    context,
    origin,
    async inWorker(work, argument) {
      const worker = context.serviceWorkers().at(-1);
      if (worker === undefined) throw new Error('the worker is not running');
      // Playwright's types let serialisable arguments only pass, which a generic one is not known to be.
      return worker.evaluate(work as never, argument as never);
    },
    async killWorker() {
      const page = context.pages()[0] ?? (await context.newPage());
      const cdp = await context.newCDPSession(page);
      // Playwright notices the death only when the next worker starts; the browser says it at once.
      const stopped = new Promise<void>((resolve) => {
        cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
        });
      });
      await cdp.send('ServiceWorker.enable');
      await cdp.send('ServiceWorker.stopAllWorkers');
      // One that is just starting may not have heard it.
      const again = setInterval(
        () => void cdp.send('ServiceWorker.stopAllWorkers').catch(() => undefined),
        500,
      );
      await stopped.finally(() => clearInterval(again));
      await cdp.detach();
    },
    async openPopup(site, query = '') {
      await site?.bringToFront();
      return openBehind(`${origin}/${popupPath}${query}`);
    },
    loadAnother: async (folder) => `chrome-extension://${await loadExtension(session, folder)}`,
    popupOpenedBy: (act) => popupOpenedBy({ session, origin }, act),
    openRealPopup: (site) => openRealPopup({ context, session, site, origin }),
    close: () => context.close(),
  };
}

async function loadExtension(session: CDPSession, path: string): Promise<string> {
  // This domain is not among Playwright's types.
  const send = session.send.bind(session) as (
    method: string,
    parameters: object,
  ) => Promise<{ id: string }>;
  return (await send('Extensions.loadUnpacked', { path })).id;
}

async function openTabBehind(
  context: BrowserContext,
  session: CDPSession,
  url: string,
): Promise<Page> {
  const opened = context.waitForEvent('page', (page) => page.url() === url);
  await session.send('Target.createTarget', { url, background: true });
  const page = await opened;
  await page.waitForLoadState();
  await paintAtFullRate(context, page);
  return page;
}

/**
 * A tab behind another paints once a second, and a click that waits for two equal frames takes two.
 * One that is being recorded paints as if it were in front; hardly a frame of it is ever taken.
 */
async function paintAtFullRate(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  const recording = { format: 'jpeg', maxWidth: 1, maxHeight: 1, everyNthFrame: 1_000 } as const;
  await cdp.send('Page.startScreencast', recording);
}
