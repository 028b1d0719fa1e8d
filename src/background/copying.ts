/** What gets onto the clipboard, and off it again. Wiring only, as in `index.ts`. */
import type { OpenedItem } from '../model/item.ts';
import { setAlarm } from '../platform/alarms.ts';
import { findClipboard } from '../platform/clipboard.ts';
import { findOffscreenPage } from '../platform/offscreen.ts';
import { clipboardItem, generatorRulesItem } from '../platform/storage.ts';
import type { Accounts } from './accounts/accounts.ts';
import { type Clipboard, createClipboard } from './clipboard/clipboard.ts';
import { offscreenClipboard, ownClipboard } from './clipboard/system.ts';
import type { Authoriser, Permit } from './fill/authorise.ts';
import { type CopyGenerated, createCopyGenerated } from './generator/copy-generated.ts';
import type { Generator } from './generator/generator.ts';
import { type CopyPart, createCopyPart } from './opened/copy-part.ts';
import type { SettingsService } from './settings.ts';

export type Copying = {
  readonly clipboard: Clipboard;
  /** Seconds after which what was copied goes again; 0 for never. */
  readonly clipboardSeconds: () => Promise<number>;
  readonly copyPart: CopyPart;
  readonly copyGenerated: CopyGenerated;
};

type Dependencies = {
  readonly settings: Pick<SettingsService, 'get'>;
  readonly accounts: Pick<Accounts, 'active'>;
  readonly authoriser: Authoriser;
  readonly generator: Generator;
  readonly open: (permit: Permit) => Promise<OpenedItem>;
  readonly noteUse: (id: string) => Promise<void>;
  readonly touch: () => Promise<void>;
  readonly now: () => number;
};

export function createCopying(deps: Dependencies): Copying {
  const { settings, accounts, authoriser, generator, open, noteUse, touch, now } = deps;
  const offscreen = findOffscreenPage('src/offscreen/index.html');
  const clipboard = createClipboard({
    system: offscreen === null ? ownClipboard(findClipboard()) : offscreenClipboard(offscreen),
    remembered: clipboardItem,
    now,
    setAlarm: (when) => setAlarm('clear-clipboard', when),
  });
  const clipboardSeconds = async () => (await settings.get()).clipboardSeconds;

  return {
    clipboard,
    clipboardSeconds,
    copyPart: createCopyPart({
      ...{ authoriser, open, clipboard, clipboardSeconds, noteUse, now },
    }),
    copyGenerated: createCopyGenerated({
      ...{ authoriser, generator, clipboard, clipboardSeconds },
      generatorRules: generatorRulesItem,
      async remember(password) {
        await touch();
        await (await accounts.active()).generated.keep(password, '');
      },
    }),
  };
}
