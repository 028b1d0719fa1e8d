/** What can be done with an item beside reading it. */
import { strengthOf } from '../../../model/generator.ts';
import type { LinkLife } from '../../../model/item-can.ts';
import type { ActCalls } from '../../../protocol/act-calls.ts';
import type { ItemRef } from '../../../protocol/item-calls.ts';
import { flag, nothing, oneOf, record, text } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Clipboard } from '../../clipboard/clipboard.ts';
import type { Authoriser } from '../../fill/authorise.ts';
import type { Generator } from '../../generator/generator.ts';
import { toRow } from '../../items/shown-rows.ts';
import { whatCan } from '../../opened/can.ts';
import { readPart, toView } from '../../opened/parts.ts';
import { serverPage } from '../../opened/server-page.ts';
import { id, place, ref } from '../../ref-parsers.ts';
import { unlocked } from './unlocked.ts';

/** Base64 of a little more than the 5 MiB that the connector allows, so that it says `too-large` itself. */
const file = text(8_000_000);

export const actParsers: Parsers<ActCalls> = {
  health: record({ ref }),
  favourite: record({ ref, on: flag }),
  addAttachment: record({ ref, name: text(1_000), bytes: file }),
  removeAttachment: record({ ref, attachmentId: id }),
  share: record({
    ref,
    life: oneOf<LinkLife>('hour', 'day', 'week', 'month', 'forever'),
    reusable: flag,
  }),
  move: record({ ref, place }),
  duplicate: record({ ref, place }),
  remove: record({ ref, name: text(10_000) }),
  undoRemove: record({ ref }),
  removals: nothing,
  history: record({ ref }),
  former: record({ ref, snapshotId: id }),
  revealFormer: record({ ref, snapshotId: id }),
  copyFormer: record({ ref, snapshotId: id }),
  openServer: record({ ref }),
};

/** Items with the same password that are named. */
const mostSame = 10;

type Dependencies = {
  readonly accounts: Accounts;
  readonly authoriser: Authoriser;
  readonly clipboard: Clipboard;
  readonly clipboardSeconds: () => Promise<number>;
  readonly generator: Pick<Generator, 'estimate'>;
  readonly openTab: (url: string) => Promise<unknown>;
  readonly now: () => number;
};

export function createActHandlers(deps: Dependencies): Handlers<ActCalls, OwnSender> {
  const { accounts, authoriser } = deps;
  const toEdit = (sender: OwnSender, ref: ItemRef) => authoriser.authoriseOwn(sender, 'edit', ref);

  return {
    async health({ ref }, sender) {
      const { opened, seenPasswords } = await unlocked(accounts);
      const permit = await authoriser.authoriseOwn(sender, 'view', ref);
      const { id, password } = await opened.open(permit);
      const { items, compared } = await seenPasswords.sameAs(id, password);
      return {
        strength: password === '' ? null : strengthOf(await deps.generator.estimate(password)),
        same: items.slice(0, mostSame).map(toRow),
        sameTotal: items.length,
        compared,
      };
    },
    async favourite({ ref, on }, sender) {
      const { acts } = await unlocked(accounts);
      await acts.favourite(await toEdit(sender, ref), on);
      return null;
    },
    async addAttachment({ ref, name, bytes }, sender) {
      const { acts } = await unlocked(accounts);
      await acts.addAttachment(await toEdit(sender, ref), { name, base64: bytes });
      return null;
    },
    async removeAttachment({ ref, attachmentId }, sender) {
      const { acts } = await unlocked(accounts);
      await acts.removeAttachment(await toEdit(sender, ref), attachmentId);
      return null;
    },
    async share({ ref, life, reusable }, sender) {
      const { acts } = await unlocked(accounts);
      const permit = await authoriser.authoriseOwn(sender, 'copy', ref);
      const url = await acts.share(permit, { life, reusable });
      const clearsIn = await deps.clipboardSeconds();
      await deps.clipboard.copy(permit, url, clearsIn);
      return { url, clearsIn };
    },
    async move({ ref, place }, sender) {
      const { acts } = await unlocked(accounts);
      return acts.move(await toEdit(sender, ref), place);
    },
    async duplicate({ ref, place }, sender) {
      const { acts } = await unlocked(accounts);
      return acts.duplicate(await toEdit(sender, ref), place);
    },
    async remove({ ref, name }, sender) {
      const { opened, removals } = await unlocked(accounts);
      const { vaultId } = await opened.open(await toEdit(sender, ref));
      return removals.add({ ref, name, vaultId });
    },
    async undoRemove({ ref }) {
      const { removals } = await unlocked(accounts);
      return { kept: await removals.undo(ref) };
    },
    removals: async () => (await unlocked(accounts)).removals.list(),
    async history({ ref }) {
      const { session } = await unlocked(accounts);
      const rows = await session.use((client) => client.snapshots(ref.id));
      return rows
        .map(({ id, createdAt }) => ({ id, createdAt }))
        .sort((a, b) => b.createdAt - a.createdAt);
    },
    async former({ ref, snapshotId }, sender) {
      const { opened, session } = await unlocked(accounts);
      const permit = await authoriser.authoriseOwn(sender, 'view', ref);
      const can = whatCan(await session.client(), { ...ref, kind: 'inbox' });
      return toView(await opened.former(permit, snapshotId), { ref, path: [], can });
    },
    async revealFormer({ ref, snapshotId }, sender) {
      const { opened } = await unlocked(accounts);
      const permit = await authoriser.authoriseOwn(sender, 'reveal', ref);
      const item = await opened.former(permit, snapshotId);
      return readPart(item, { part: 'password' }, deps.now());
    },
    async copyFormer({ ref, snapshotId }, sender) {
      const { opened } = await unlocked(accounts);
      const permit = await authoriser.authoriseOwn(sender, 'copy', ref);
      const item = await opened.former(permit, snapshotId);
      const clearsIn = await deps.clipboardSeconds();
      const former = await readPart(item, { part: 'password' }, deps.now());
      await deps.clipboard.copy(permit, former, clearsIn);
      return { clearsIn };
    },
    async openServer({ ref }, sender) {
      const { opened, session } = await unlocked(accounts);
      const { id } = await opened.open(await authoriser.authoriseOwn(sender, 'view', ref));
      await deps.openTab(serverPage(await session.client(), id));
      return null;
    },
  };
}
