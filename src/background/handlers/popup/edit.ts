/** Creating and changing items, and what was left unfinished. */
import type { EditCalls, FieldForm, ItemForm } from '../../../protocol/edit-calls.ts';
import type { ItemRef } from '../../../protocol/item-calls.ts';
import { integer, list, nothing, nullable, record, text } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { storableSecret } from '../../edit/code-secret.ts';
import type { Allow } from '../../edit/editor.ts';
import type { Authoriser } from '../../fill/authorise.ts';
import { codeOf } from '../../opened/parts.ts';
import { id, place, ref } from '../../ref-parsers.ts';
import { index } from './fields.ts';
import { unlocked } from './unlocked.ts';

const line = text(10_000);
const long = text(200_000);

const field = record<FieldForm>({
  from: nullable(index),
  name: line,
  type: text(100),
  value: nullable(long),
});

const itemForm = record<ItemForm>({
  place: nullable(place),
  name: line,
  login: line,
  password: nullable(long),
  urls: list(line, 100),
  description: long,
  tags: list(line, 200),
  colour: integer(0, 1_000),
  fields: list(field, 1_000),
});

export const editParsers: Parsers<EditCalls> = {
  places: nothing,
  edit: record({ ref: nullable(ref) }),
  saveDraft: record({ id, form: itemForm }),
  discardDraft: record({ id }),
  drafts: nothing,
  save: record({ id, form: itemForm }),
  tryCode: record({ value: text(4_096) }),
};

type Dependencies = {
  readonly accounts: Accounts;
  readonly authoriser: Authoriser;
  readonly now: () => number;
};

export function createEditHandlers(deps: Dependencies): Handlers<EditCalls, OwnSender> {
  const { accounts, authoriser, now } = deps;
  const allowFor =
    (sender: OwnSender): Allow =>
    (ref: ItemRef) =>
      authoriser.authoriseOwn(sender, 'edit', ref);

  return {
    places: async () => (await unlocked(accounts)).places.list(),
    edit: async ({ ref }, sender) => (await unlocked(accounts)).editor.begin(ref, allowFor(sender)),
    async saveDraft({ id, form }) {
      await (await unlocked(accounts)).editor.saveDraft(id, form);
      return null;
    },
    async discardDraft({ id }) {
      await (await unlocked(accounts)).editor.discard(id);
      return null;
    },
    drafts: async () => (await unlocked(accounts)).editor.drafts(),
    save: async ({ id, form }, sender) =>
      (await unlocked(accounts)).editor.save(id, form, allowFor(sender)),
    async tryCode({ value }) {
      const { session } = await unlocked(accounts);
      const { generation } = await session.client();
      return codeOf(await storableSecret(value, generation), now());
    },
  };
}
