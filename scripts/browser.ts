/**
 * Finds the browsers that tests and the demonstration drive, and installs one where there is none.
 * Nothing here downloads by itself: it asks the system's or Playwright's own installer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

export type BrowserName = 'chromium' | 'firefox';

type Places = {
  /** Environment variable that settles the question. */
  readonly variable: string;
  /** Names looked for along PATH, the best first. */
  readonly commands: readonly string[];
  readonly mac: readonly string[];
  /** Below the folders where Windows keeps programs. */
  readonly windows: readonly string[];
  readonly debianPackage: string;
};

const places: Record<BrowserName, Places> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    mac: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    windows: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'],
    debianPackage: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    mac: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
    debianPackage: 'firefox-esr',
  },
};

/** Path of an installed browser, or null. Throws where the environment names one that is not there. */
export function findBrowser(name: BrowserName): string | null {
  const { variable, commands, mac, windows } = places[name];
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`${variable} says ${named}, but there is no such file.`);
  }
  const candidates = [
    ...(name === 'chromium' ? [chromium.executablePath()] : []),
    ...commands.flatMap(alongPath),
    ...(process.platform === 'darwin' ? mac : []),
    ...(process.platform === 'win32' ? windows.flatMap(inProgramFolders) : []),
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Path of a browser, installed on the spot where there was none. Throws with what a person can do. */
export function requireBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found !== null) return found;
  for (const [command, ...args] of installers(name)) {
    if (command === undefined) continue;
    console.log(`No ${name} was found. Trying: ${[command, ...args].join(' ')}`);
    spawnSync(command, args, { stdio: 'inherit', timeout: 5 * 60_000 });
    const installed = findBrowser(name);
    if (installed !== null) return installed;
  }
  const { variable, debianPackage } = places[name];
  throw new Error(
    `No ${name} was found, and it could not be installed from here. ` +
      `Install it (Debian: apt-get install ${debianPackage}) ` +
      `or set ${variable} to the path of its program, then run the command again.`,
  );
}

function installers(name: BrowserName): string[][] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const { debianPackage } = places[name];
  const all: string[][] = [];
  // Ubuntu's packages of these names only fetch snaps, which do not run in containers.
  if (isRoot && isDebian()) {
    all.push(['apt-get', 'update'], ['apt-get', 'install', '-y', debianPackage]);
  }
  // Playwright's own Firefox is patched and cannot be driven through Marionette.
  if (name === 'chromium') {
    const playwright = join('node_modules', '@playwright', 'test', 'cli.js');
    const withLibraries = isRoot && existsSync('/usr/bin/apt-get') ? ['--with-deps'] : [];
    all.push([process.execPath, playwright, 'install', ...withLibraries, 'chromium']);
  }
  return all;
}

function isDebian(): boolean {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function alongPath(command: string): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const file = process.platform === 'win32' ? `${command}.exe` : command;
  return folders.filter((folder) => folder !== '').map((folder) => join(folder, file));
}

function inProgramFolders(path: string): string[] {
  const variables = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];
  return variables.flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined ? [] : [join(folder, path)];
  });
}
