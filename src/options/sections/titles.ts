import type { MessageKey } from '../../popup/parts/text.ts';

/** Every section of the page in its order: its name in the address, and its title. */
export const titles = {
  lock: 'optionsLock',
  fill: 'optionsFill',
  clipboard: 'optionsClipboard',
  generator: 'generator',
  appearance: 'optionsAppearance',
  shortcuts: 'optionsShortcuts',
  browser: 'optionsBrowser',
  accounts: 'optionsAccounts',
  diagnostics: 'optionsDiagnostics',
  about: 'optionsAbout',
} as const satisfies Record<string, MessageKey>;

export type SectionId = keyof typeof titles;
