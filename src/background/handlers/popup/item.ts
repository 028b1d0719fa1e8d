/** One item, opened: seen, copied, filled, part by part. */

import { encodeBase64 } from '../../../crypto/base64.ts';
import { AppError, toAppError } from '../../../model/error.ts';
import type { OpenedItem } from '../../../model/item.ts';
import { webAddress } from '../../../model/web-address.ts';
import type { ItemCalls, ItemRef, RowRef } from '../../../protocol/item-calls.ts';
import { record, text } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Authoriser, Use } from '../../fill/authorise.ts';
import { needsConsent } from '../../fill/consent.ts';
import type { Fill } from '../../fill/fill.ts';
import type { OpenAndFill } from '../../fill/open-and-fill.ts';
import { addressesIn } from '../../items/site.ts';
import { whatCan } from '../../opened/can.ts';
import type { CopyPart } from '../../opened/copy-part.ts';
import { readCode, readPart, toView } from '../../opened/parts.ts';
import { id, ref, tabId } from '../../ref-parsers.ts';
import { index, part } from './fields.ts';
import { unlocked } from './unlocked.ts';

export const itemParsers: Parsers<ItemCalls> = {
  open: record({ ref }),
  reveal: record({ ref, part }),
  copy: record({ ref, part }),
  code: record({ ref, index }),
  attachment: record({ ref, attachmentId: id }),
  fill: record({ ref, tabId }),
  openSite: record({ ref, url: text(10_000) }),
  openAndFill: record({ ref, url: text(10_000) }),
};

type Dependencies = {
  readonly accounts: Accounts;
  readonly copyPart: CopyPart;
  readonly fill: Fill;
  /** The item's address has changed: keeps what was asked for until the user has said yes. */
  readonly keepWish: (tabId: number, row: RowRef) => Promise<void>;
  readonly authoriser: Authoriser;
  readonly openTab: (url: string) => Promise<unknown>;
  readonly openAndFill: OpenAndFill;
  readonly noteUse: (id: string) => Promise<void>;
  readonly now: () => number;
};

type OwnUse = Exclude<Use, 'fill'>;

export function createItemHandlers(deps: Dependencies): Handlers<ItemCalls, OwnSender> {
  const { accounts } = deps;

  async function open(sender: OwnSender, use: OwnUse, ref: ItemRef): Promise<OpenedItem> {
    const { opened } = await unlocked(accounts);
    return opened.open(await deps.authoriser.authoriseOwn(sender, use, ref));
  }

  async function rowOf(sender: OwnSender, ref: ItemRef) {
    if (ref.kind === 'inbox') throw new AppError('no-match', 'an inbox item belongs to no site');
    if (ref.kind === 'item') return { id: ref.id, shortcutId: null };
    const { id } = await open(sender, 'view', ref);
    return { id, shortcutId: ref.id };
  }

  return {
    async open({ ref }, sender) {
      const item = await open(sender, 'view', ref);
      const { items, session } = await accounts.active();
      await deps.noteUse(item.id);
      const shortcutId = ref.kind === 'shortcut' ? ref.id : null;
      const row = ref.kind === 'inbox' ? null : await items.row(item.id, shortcutId);
      const can = whatCan(await session.client(), ref);
      return toView(item, { ref, path: row?.path ?? [], can });
    },
    reveal: async ({ ref, part }, sender) =>
      readPart(await open(sender, 'reveal', ref), part, deps.now()),
    async copy({ ref, part }, sender) {
      await unlocked(accounts);
      return { clearsIn: await deps.copyPart(sender, ref, part) };
    },
    code: async ({ ref, index }, sender) =>
      readCode(await open(sender, 'code', ref), index, deps.now()),
    async attachment({ ref, attachmentId }, sender) {
      const { opened } = await unlocked(accounts);
      const permit = await deps.authoriser.authoriseOwn(sender, 'attachment', ref);
      const file = await opened.attachment(permit, attachmentId);
      return { name: file.name, bytes: encodeBase64(file.bytes) };
    },

    async fill({ ref, tabId }, sender) {
      await unlocked(accounts);
      const row = await rowOf(sender, ref);
      try {
        return await deps.fill.fillTab(tabId, row);
      } catch (thrown) {
        if (needsConsent(toAppError(thrown).code)) await deps.keepWish(tabId, row);
        throw thrown;
      }
    },
    async openSite({ ref, url }, sender) {
      const item = await open(sender, 'view', ref);
      if (!addressesIn(item.urls).includes(url))
        throw new AppError('refused', 'not an address of the item');
      await deps.openTab(addressOf(url));
      return null;
    },
    async openAndFill({ ref, url }, sender) {
      const item = await open(sender, 'view', ref);
      if (!addressesIn(item.urls).includes(url))
        throw new AppError('refused', 'not an address of the item');
      await deps.openAndFill.start(addressOf(url), await rowOf(sender, ref));
      return null;
    },
  };
}

/** As a tab may open it. */
function addressOf(stored: string): string {
  const address = webAddress(stored);
  if (address === null) throw new AppError('invalid-input', 'not a web address');
  return address.href;
}
