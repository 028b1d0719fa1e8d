/** The question in the popup whether to save what was typed, and what becomes of the answer. */
import { AppError, toAppError } from '../../model/error.ts';
import type { Passwork } from '../../passwork/index.ts';
import type { Place } from '../../protocol/edit-calls.ts';
import type { ItemRef, RowRef } from '../../protocol/item-calls.ts';
import type { ItemRow } from '../../protocol/list-calls.ts';
import type { SaveDraft, SaveQuestion } from '../../protocol/save-calls.ts';
import { checkPermit, type HeldPermit } from '../fill/authorise.ts';
import type { Candidate, Candidates } from './candidates.ts';
import type { KnownPasswords } from './known.ts';
import { addLogin, findAdded, isUnsure, type Open, updatePassword } from './write.ts';

export type Saving = {
  question(tabId: number | null): Promise<SaveQuestion | null>;
  /** Throws `not-found` where it was answered, or locked away, meanwhile; so do the others. */
  reveal(permit: HeldPermit): Promise<string>;
  keepDraft(id: string, draft: SaveDraft): Promise<void>;
  add(id: string, draft: SaveDraft, open: Open): Promise<ItemRef>;
  update(id: string, ref: ItemRef, open: Open): Promise<boolean>;
  drop(id: string, never: boolean): Promise<void>;
};

/** A login that was written to a vault. */
export type Written = {
  readonly vaultId: string;
  /** Where it was put; null where the item was there already. */
  readonly place: Place | null;
  readonly row: RowRef;
  readonly password: string;
};

type Dependencies = {
  readonly candidates: Candidates;
  readonly known: KnownPasswords;
  readonly judge: (tabId: number) => Promise<void>;
  readonly tabExists: (tabId: number) => Promise<boolean>;
  readonly showOffer: (tabId: number, on: boolean) => Promise<void>;
  /** The account in use. */
  readonly use: <T>(work: (client: Passwork) => Promise<T>) => Promise<T>;
  readonly matching: (pageUrl: string) => Promise<readonly ItemRow[]>;
  readonly readableHost: (origin: string) => string;
  readonly onWritten: (written: Written) => Promise<void>;
  /** Nothing is to be asked on this site from now on. */
  readonly neverAsk: (origin: string) => Promise<void>;
};

const mostMatches = 20;

export function createSaving(deps: Dependencies): Saving {
  const { candidates, known, use } = deps;
  /** A second press waits for the first. */
  const running = new Map<string, Promise<ItemRef>>();

  async function required(id: string): Promise<Candidate> {
    const found = await candidates.get(id);
    if (found === null) throw new AppError('not-found', 'nothing to save any more');
    return found;
  }

  const edit = (id: string, some: Partial<Candidate>) =>
    candidates.change((all) => all.map((each) => (each.id === id ? { ...each, ...some } : each)));

  async function forget(gone: (each: Candidate) => boolean): Promise<void> {
    const before = await candidates.all();
    await candidates.change((all) => all.filter((each) => !gone(each)));
    const left = (await candidates.all()).filter(({ state }) => state === 'offered');
    for (const tabId of new Set(before.filter(gone).map((each) => each.tabId))) {
      await deps.showOffer(
        tabId,
        left.some((each) => each.tabId === tabId),
      );
    }
  }

  async function done(candidate: Candidate, login: string): Promise<void> {
    await known.note(candidate.origin, candidate.password, login);
    await forget((each) => each.id === candidate.id);
  }

  /** The newest of this tab, else the newest whose tab is closed. */
  async function choose(tabId: number | null): Promise<Candidate | null> {
    if (tabId !== null) await deps.judge(tabId);
    const offered = (await candidates.all()).filter(({ state }) => state === 'offered').reverse();
    const here = offered.find((each) => each.tabId === tabId);
    if (here !== undefined) return here;
    for (const each of offered) if (!(await deps.tabExists(each.tabId))) return each;
    return null;
  }

  async function add(id: string, draft: SaveDraft, open: Open): Promise<ItemRef> {
    const { place } = draft;
    const candidate = await required(id);
    if (place === null) throw new AppError('invalid-input', 'no vault was chosen');
    const { origin, password, unsure } = candidate;
    const login = { url: origin, password };
    const earlier =
      unsure?.place == null
        ? null
        : await use((client) =>
            findAdded(client, { ...unsure, place: unsure.place as Place }, { password, open }),
          );
    // Before it is sent: a worker that dies before the answer comes must look first as well.
    await edit(id, { draft, unsure: draft });
    const placed = { ...draft, place };
    let itemId = earlier;
    try {
      itemId ??= await use((client) => addLogin(client, placed, login));
    } catch (thrown) {
      const unsure = isUnsure(toAppError(thrown));
      if (!unsure) await edit(id, { unsure: null });
      const look = () => use((client) => findAdded(client, placed, { password, open }));
      itemId = unsure ? await look().catch(() => null) : null;
      if (itemId === null) throw thrown;
    }
    const ref: ItemRef = { kind: 'item', id: itemId };
    await done(candidate, draft.login);
    const row = { id: itemId, shortcutId: null };
    await deps.onWritten({ vaultId: place.vaultId, place, row, password });
    return ref;
  }

  return {
    async question(tabId) {
      const candidate = await choose(tabId);
      if (candidate === null || candidate.kind === 'step') return null;
      const { id, kind, origin, username, generated, draft, unsure } = candidate;
      const rows = await deps.matching(`${origin}/`);
      const isSame = (row: ItemRow) =>
        username !== '' && row.login.toLowerCase() === username.toLowerCase();
      const same = rows.filter(isSame);
      const site = deps.readableHost(origin);
      return {
        ...{ id, kind, site, url: origin, generated },
        draft: draft ?? { name: site, login: username, place: null },
        matches: [...same, ...rows.filter((row) => !isSame(row))].slice(0, mostMatches),
        same: Math.min(same.length, mostMatches),
        unsure: unsure !== null,
      };
    },
    async reveal(permit) {
      checkPermit(permit, 'reveal');
      const { kind, id } = permit.ref;
      return (await required(kind === 'typed' ? id : '')).password;
    },
    async keepDraft(id, draft) {
      await required(id);
      await edit(id, { draft });
    },
    add(id, draft, open) {
      const first = running.get(id);
      if (first !== undefined) return first;
      const mine = add(id, draft, open).finally(() => running.delete(id));
      running.set(id, mine);
      return mine;
    },
    async update(id, ref, open) {
      const candidate = await required(id);
      const { changed, vaultId, itemId } = await use((client) =>
        updatePassword(client, ref, { ...candidate, open }),
      );
      // Under the name that was typed: that is what is typed the next time.
      await done(candidate, candidate.username);
      const row = { id: itemId, shortcutId: ref.kind === 'shortcut' ? ref.id : null };
      const { password } = candidate;
      if (changed) await deps.onWritten({ vaultId, place: null, row, password });
      return changed;
    },
    async drop(id, never) {
      const candidate = await required(id);
      if (never) await deps.neverAsk(candidate.origin);
      await forget((each) => each.id === id || (never && each.origin === candidate.origin));
    },
  };
}
