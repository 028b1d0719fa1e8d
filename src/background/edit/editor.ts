/**
 * Creates and changes items. Before a change is written the item is fetched again and compared with what
 * the edit began from; a write whose answer was lost is looked for before anything is repeated.
 */
import { AppError, type ErrorCode, toAppError } from '../../model/error.ts';
import type { OpenedItem } from '../../model/item.ts';
import type { Generation, ItemChanges, Passwork } from '../../passwork/index.ts';
import type { DraftRow, Editing, ItemForm, Place, SaveAnswer } from '../../protocol/edit-calls.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';
import type { Permit } from '../fill/authorise.ts';
import type { OpenedItems } from '../opened/opened-items.ts';
import { storableSecret } from './code-secret.ts';
import type { Draft, Drafts } from './drafts.ts';
import { fromForm, type ItemTexts, noTexts, storedValues, textsOf, toForm } from './form.ts';
import { merge, sameTexts } from './merge.ts';
import { same } from './merge-fields.ts';
import type { PlaceBook } from './places.ts';

/** Asks the authoriser for the right to change an item, in the name of whoever asks. */
export type Allow = (ref: ItemRef) => Promise<Permit>;

export type Editor = {
  /** Begins, or goes on with what was left unfinished. */
  begin(ref: ItemRef | null, allow: Allow): Promise<Editing>;
  saveDraft(id: string, form: ItemForm): Promise<void>;
  discard(id: string): Promise<void>;
  drafts(): Promise<readonly DraftRow[]>;
  save(id: string, form: ItemForm, allow: Allow): Promise<SaveAnswer>;
};

type Dependencies = {
  readonly use: <T>(work: (client: Passwork) => Promise<T>) => Promise<T>;
  readonly drafts: Drafts;
  readonly opened: OpenedItems;
  readonly places: Pick<PlaceBook, 'note'>;
  /** An item of this vault was changed; null for changes that show in several. */
  readonly onWritten: (vaultId: string | null) => Promise<void>;
  readonly now: () => number;
};

export function createEditor(deps: Dependencies): Editor {
  const { use, drafts, opened, places, onWritten, now } = deps;
  /** A second press on the button waits for the first. */
  const saving = new Map<string, Promise<SaveAnswer>>();

  const generation = () => use(async (client): Promise<Generation> => client.generation);

  async function toEditing(draft: Draft): Promise<Editing> {
    const { id, ref, base, form, conflicts, typedAt } = draft;
    const manyUrls = (await generation()) === 'v7';
    return { id, ref, form, conflicts, manyUrls, stored: storedValues(base), leftAt: typedAt };
  }

  async function begin(ref: ItemRef | null, allow: Allow): Promise<Editing> {
    const id = ref === null ? 'new' : `${ref.kind}:${ref.id}`;
    const left = await drafts.get(id);
    if (left !== null && left.typedAt !== null) return toEditing(left);
    const base = ref === null ? noTexts : textsOf(await opened.reopen(await allow(ref)));
    const unchanged = toForm(
      base,
      base,
      base.fields.map((_, at) => at),
    );
    const form = ref === null ? { ...unchanged, password: '' } : unchanged;
    const draft = { id, ref, base, form, conflicts: [], typedAt: null, sent: null };
    await drafts.put(draft);
    return toEditing(draft);
  }

  async function required(id: string): Promise<Draft> {
    const draft = await drafts.get(id);
    if (draft === null) throw new AppError('refused', 'no such draft');
    return draft;
  }

  async function save(id: string, form: ItemForm, allow: Allow): Promise<SaveAnswer> {
    const draft = { ...(await required(id)), form, conflicts: [], typedAt: now() };
    await drafts.put(draft);
    const mine = fromForm(form, draft.base);
    return draft.ref === null
      ? create(draft, mine, allow)
      : change(draft, { mine, ref: draft.ref, allow });
  }

  async function create(draft: Draft, mine: ItemTexts, allow: Allow): Promise<SaveAnswer> {
    const { place } = draft.form;
    if (place === null) throw new AppError('invalid-input', 'no vault was chosen');
    const texts = await storable(mine, noTexts);
    const before = draft.sent && (await look(draft.sent, allow));
    if (before) return correct(draft, { found: before, texts, allow });
    const sent = { texts, place };
    await drafts.put({ ...draft, sent });
    let newId: string;
    try {
      newId = await use((client) => client.addItem({ ...place, ...withoutFlags(texts) }));
    } catch (thrown) {
      if (!isUnsure(thrown)) await drafts.put({ ...draft, sent: null });
      const found = isUnsure(thrown) ? await look(sent, allow).catch(() => null) : null;
      if (found === null) throw thrown;
      newId = found.id;
    }
    return finish(draft, { kind: 'item', id: newId }, place.vaultId);
  }

  /** The item that was sent, where it has arrived; everything of it must be as it was sent. */
  async function look(
    { texts, place }: { readonly texts: ItemTexts; readonly place: Place },
    allow: Allow,
  ): Promise<OpenedItem | null> {
    const rows = await use((client) => client.items(place));
    for (const { id, shortcutId, name, login } of rows) {
      if (shortcutId !== null || name !== texts.name || login !== texts.login) continue;
      const item = await opened.reopen(await allow({ kind: 'item', id }));
      if (sameTexts(textsOf(item), texts)) return item;
    }
    return null;
  }

  /** It had arrived after all; what was typed since then is changed in it. */
  async function correct(
    draft: Draft,
    { found, texts, allow }: { found: OpenedItem; texts: ItemTexts; allow: Allow },
  ): Promise<SaveAnswer> {
    const ref: ItemRef = { kind: 'item', id: found.id };
    await write(ref, { from: textsOf(found), to: texts, allow });
    return finish(draft, ref, found.vaultId);
  }

  async function change(
    draft: Draft,
    { mine, ref, allow }: { mine: ItemTexts; ref: ItemRef; allow: Allow },
  ): Promise<SaveAnswer> {
    const item = await opened.reopen(await allow(ref));
    const current = textsOf(item);
    const origins = draft.form.fields.map(({ from }) => from);
    const merged = merge({ base: draft.base, mine, now: current, origins });
    if (merged.conflicts.length > 0) {
      const { form, conflicts } = merged;
      const rebased = { ...draft, base: current, form, conflicts };
      await drafts.put(rebased);
      return { state: 'conflict', editing: await toEditing(rebased) };
    }
    await write(ref, { from: current, to: await storable(merged.texts, current), allow });
    return finish(draft, ref, ref.kind === 'item' ? item.vaultId : null);
  }

  async function write(
    ref: ItemRef,
    { from, to, allow }: { from: ItemTexts; to: ItemTexts; allow: Allow },
  ): Promise<void> {
    const changes = changesBetween(from, to);
    if (Object.keys(changes).length === 0) return;
    try {
      await use((client) => edit(client, ref, changes));
    } catch (thrown) {
      if (!isUnsure(thrown)) throw thrown;
      const after = await allow(ref).then(opened.reopen, () => null);
      if (after === null || !sameTexts(textsOf(after), to)) throw thrown;
    }
  }

  async function finish(draft: Draft, ref: ItemRef, vaultId: string | null): Promise<SaveAnswer> {
    opened.wipe();
    await drafts.remove(draft.id);
    if (draft.form.place !== null) await places.note(draft.form.place);
    // The list shows it at once; where that takes long, or fails, it is saved all the same.
    if (ref.kind !== 'inbox') await atMost(showAtOnce, onWritten(vaultId));
    return { state: 'saved', ref };
  }

  /** One-time-code secrets as the server takes them; those that are stored already are let be. */
  async function storable(texts: ItemTexts, stored: ItemTexts): Promise<ItemTexts> {
    const known = await generation();
    const fields = texts.fields.map(async (field) => {
      const isStored = stored.fields.some((each) => same(each, field));
      if (field.type !== 'totp' || isStored) return field;
      return { ...field, value: await storableSecret(field.value, known) };
    });
    return { ...texts, fields: await Promise.all(fields) };
  }

  return {
    begin,
    async saveDraft(id, form) {
      await drafts.put({ ...(await required(id)), form, typedAt: now() });
    },
    discard: drafts.remove,
    async drafts() {
      const rows = (await drafts.list()).flatMap(({ id, ref, form, base, typedAt }) =>
        typedAt === null ? [] : [{ id, ref, name: form.name || base.name, at: typedAt }],
      );
      return rows.sort((a, b) => b.at - a.at);
    },
    save(id, form, allow) {
      const running = saving.get(id);
      if (running !== undefined) return running;
      const mine = save(id, form, allow).finally(() => saving.delete(id));
      saving.set(id, mine);
      return mine;
    },
  };
}

/** Milliseconds that saving waits for the list. */
const showAtOnce = 3000;

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  const time = new Promise<void>((done) => setTimeout(done, milliseconds));
  await Promise.race([work.catch(() => undefined), time]);
}

const unsure: ErrorCode = 'unknown-outcome';
const isUnsure = (thrown: unknown) => toAppError(thrown).code === unsure;

function edit(client: Passwork, { kind, id }: ItemRef, changes: ItemChanges): Promise<void> {
  if (kind === 'shortcut') return client.editShortcut(id, changes);
  return kind === 'inbox' ? client.editInboxItem(id, changes) : client.editItem(id, changes);
}

function changesBetween(from: ItemTexts, to: ItemTexts): ItemChanges {
  const { passwordUnreadable: _, ...plain } = to;
  const changed = Object.entries(plain).filter(
    ([key, value]) => !same(from[key as keyof ItemTexts], value),
  );
  return Object.fromEntries(changed);
}

function withoutFlags({ passwordUnreadable: _, ...texts }: ItemTexts) {
  return texts;
}
