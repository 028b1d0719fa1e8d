/** The question whether to save a login that was typed. */
import type { ItemRef } from '../../../protocol/item-calls.ts';
import { flag, nullable, record } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { SaveCalls } from '../../../protocol/save-calls.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Authoriser } from '../../fill/authorise.ts';
import { id, ref, tabId } from '../../ref-parsers.ts';
import { saveDraftParser } from '../../save/candidates.ts';
import type { Saving } from '../../save/save.ts';
import type { Open } from '../../save/write.ts';
import { unlocked } from './unlocked.ts';

export const saveParsers: Parsers<SaveCalls> = {
  saveQuestion: record({ tabId: nullable(tabId) }),
  revealTyped: record({ id }),
  keepSaveDraft: record({ id, draft: saveDraftParser }),
  saveTyped: record({ id, draft: saveDraftParser }),
  updateFromTyped: record({ id, ref }),
  dropTyped: record({ id, never: flag }),
};

type Dependencies = {
  readonly accounts: Accounts;
  readonly authoriser: Authoriser;
  readonly saving: Saving;
};

export function createSaveHandlers(deps: Dependencies): Handlers<SaveCalls, OwnSender> {
  const { accounts, authoriser, saving } = deps;

  const openFor =
    (sender: OwnSender): Open =>
    async (ref: ItemRef) => {
      const { opened } = await unlocked(accounts);
      // What was opened a moment ago may be older than what is there now.
      opened.wipe();
      return opened.open(await authoriser.authoriseOwn(sender, 'edit', ref));
    };

  return {
    async saveQuestion({ tabId }) {
      const { session } = await accounts.active();
      return (await session.isOpen()) ? saving.question(tabId) : null;
    },
    async revealTyped({ id }, sender) {
      await unlocked(accounts);
      return saving.reveal(await authoriser.authoriseHeld(sender, 'reveal', { kind: 'typed', id }));
    },
    async keepSaveDraft({ id, draft }) {
      await unlocked(accounts);
      await saving.keepDraft(id, draft);
      return null;
    },
    async saveTyped({ id, draft }, sender) {
      await unlocked(accounts);
      return { ref: await saving.add(id, draft, openFor(sender)) };
    },
    async updateFromTyped({ id, ref }, sender) {
      const { opened } = await unlocked(accounts);
      try {
        return { changed: await saving.update(id, ref, openFor(sender)) };
      } finally {
        // It was opened with the password of before, which a fill must not find.
        opened.wipe();
      }
    },
    async dropTyped({ id, never }) {
      await unlocked(accounts);
      await saving.drop(id, never);
      return null;
    },
  };
}
