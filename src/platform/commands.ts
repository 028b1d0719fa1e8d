/** The keyboard commands of the browser, and the page where a person changes them. */
import { browser } from './browser.ts';

export type Command = {
  readonly name: string;
  /** What it does, in the person's language. */
  readonly description: string;
  /** As the browser writes it, such as `Ctrl+Shift+X`; `''` where no keys are set. */
  readonly keys: string;
};

export async function findCommands(): Promise<readonly Command[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description,
    keys: shortcut,
  }));
}

/** Opens the browser's own list of keys. False where this browser has no way to it. */
export async function openCommandSettings(): Promise<boolean> {
  try {
    // Firefox 137 has a call for it that the types do not know yet; Chromium has an address.
    const { commands } = browser;
    if ('openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function') {
      await commands.openShortcutSettings();
    } else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}
