/** Starts Firefox with a fresh profile and the built extension, and drives its tabs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { requireBrowser } from '../../../scripts/browser.ts';
import { connectMarionette } from './marionette.ts';
import { driveTab, type Tab } from './tab.ts';

export type Firefox = {
  /** Origin of the extension's own pages, such as `moz-extension://…`. */
  readonly origin: string;
  /** Folder of the profile. */
  readonly profile: string;
  /** The tab in front. */
  readonly front: Tab;
  /** A tab behind the one in front, which stays there: to the popup's page in it, that is the site. */
  openBehind(url: string): Promise<Tab>;
  /** The tab, in whichever window, whose address holds this text; waits for it. */
  tabAt(part: string): Promise<Tab>;
  /** What Firefox said about the manifest when it installed the extension. */
  complaints(): Promise<string[]>;
  /** Ends the event page as Firefox does after half a minute of rest; the next message starts it anew. */
  endEventPage(): Promise<void>;
  /** Runs a script with the browser's own rights; it finds our `extension` as the browser sees it. */
  inBrowser<T>(script: string): Promise<T>;
  /** What every tab shows now, as PNG. */
  pictures(): Promise<Buffer[]>;
  /** Ends Firefox; the profile stays until `close`. */
  quit(): Promise<void>;
  close(): Promise<void>;
};

const extensionFolder = 'dist/firefox';
/** Given to the profile beforehand, because Firefox would draw one that no test could know. */
const uuid = 'c1b6a2f0-5a0e-4a53-9d4f-0a1b2c3d4e5f';

export type StartOptions = {
  /** The person has allowed the extension to run in private windows, too. */
  readonly inPrivateWindows?: boolean;
};

export async function startFirefox({
  inPrivateWindows: allowPrivateBrowsing = false,
}: StartOptions = {}): Promise<Firefox> {
  const manifestFile = join(extensionFolder, 'manifest.json');
  if (!existsSync(manifestFile)) throw new Error(`no ${manifestFile}: run "npm run build" first`);
  const { browser_specific_settings } = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const { id } = browser_specific_settings.gecko;
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-firefox-'));
  writeFileSync(join(profile, 'user.js'), preferences(id));
  const child = spawn(
    requireBrowser('firefox'),
    ['--headless', '--marionette', '--remote-allow-system-access', '--profile', profile],
    { stdio: 'ignore' },
  );
  const marionette = await connectMarionette(await findPort(profile, child));
  // Windows in which Firefox itself asks go away as if a person had closed them.
  await marionette.send('WebDriver:NewSession', { unhandledPromptBehavior: 'dismiss' });
  const { value: first } = Object(await marionette.send('WebDriver:GetWindowHandle'));
  const front = driveTab(marionette, String(first));
  await marionette.send('Addon:Install', {
    path: resolve(extensionFolder),
    temporary: true,
    allowPrivateBrowsing,
  });

  async function inBrowser<T>(script: string): Promise<T> {
    // The window of the last command may be gone.
    await marionette.send('WebDriver:SwitchToWindow', { handle: first, focus: false });
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    try {
      const { value } = Object(
        await marionette.send('WebDriver:ExecuteScript', {
          args: [id],
          script: `
            const { ExtensionParent } = ChromeUtils.importESModule(
              'resource://gre/modules/ExtensionParent.sys.mjs');
            const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);
            return (async () => { ${script} })();`,
        }),
      );
      return value;
    } finally {
      await marionette.send('Marionette:SetContext', { value: 'content' });
    }
  }

  async function quit(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    marionette.close();
    await ended;
  }

  return {
    inBrowser,
    origin: `moz-extension://${uuid}`,
    profile,
    front,
    async openBehind(url) {
      const created = await marionette.send('WebDriver:NewWindow', { type: 'tab', focus: false });
      const tab = driveTab(marionette, String(Object(created).handle));
      await tab.goto(url);
      return tab;
    },
    tabAt: (part) =>
      front.until(async () => {
        for (const handle of Object(await marionette.send('WebDriver:GetWindowHandles'))) {
          await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
          const { value } = Object(await marionette.send('WebDriver:GetCurrentURL'));
          if (String(value).includes(part)) return driveTab(marionette, handle);
        }
        return null;
      }, `a tab at ${part}`),
    complaints: async () =>
      await inBrowser<string[]>('return [...extension.errors, ...extension.warnings];'),
    async endEventPage() {
      // Also where something of it is still under way, as Firefox does when that takes too long.
      const state = await inBrowser<string>(`
        await extension.terminateBackground({
          ignoreDevToolsAttached: true,
          disableResetIdleForTest: true,
        });
        return extension.backgroundState;`);
      if (state !== 'stopped') throw new Error(`the event page is ${state}`);
    },
    async pictures() {
      const all: Buffer[] = [];
      for (const handle of Object(await marionette.send('WebDriver:GetWindowHandles'))) {
        await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
        const { value } = Object(await marionette.send('WebDriver:TakeScreenshot'));
        all.push(Buffer.from(value, 'base64'));
      }
      return all;
    },
    quit,
    async close() {
      await quit();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function preferences(extensionId: string): string {
  const all = {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
    // Any free port; Firefox writes the one it took into the profile.
    'marionette.port': 0,
    // The popup's tab is behind another one; its timers shall run as a real popup's do.
    'dom.min_background_timeout_value': 4,
    'dom.timeout.enable_budget_timer_throttling': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'app.update.disabledForTesting': true,
  };
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

async function findPort(profile: string, child: ChildProcess): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (port > 0) return port;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`Firefox did not start (exit code ${child.exitCode})`);
}
