/**
 * What was typed and not saved yet: in `storage.session`, which is memory, and there sealed under the key
 * of the session's index, so that it cannot be read without that session. Locking wipes it.
 */
import { decodeBase64, encodeBase64 } from '../../crypto/base64.ts';
import { decodeUtf8, encodeUtf8 } from '../../crypto/utf8.ts';
import { AppError } from '../../model/error.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { Conflict, ItemForm, Place } from '../../protocol/edit-calls.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';
import { createSeal, newKeyText } from '../seal.ts';
import { createTurns } from '../turns.ts';
import type { ItemTexts } from './form.ts';

export type Draft = {
  readonly id: string;
  /** Null for a new item. */
  readonly ref: ItemRef | null;
  /** What the edit began from. */
  readonly base: ItemTexts;
  readonly form: ItemForm;
  readonly conflicts: readonly Conflict[];
  /** Unix milliseconds of the last change by the person; null before the first. */
  readonly typedAt: number | null;
  /** A new item that was sent, and no answer has come yet; null where none was. */
  readonly sent: { readonly texts: ItemTexts; readonly place: Place } | null;
};

export type Drafts = {
  get(id: string): Promise<Draft | null>;
  /** Throws `too-large` for what the memory of the browser's session cannot hold. */
  put(draft: Draft): Promise<void>;
  remove(id: string): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly Draft[]>;
  wipe(): Promise<void>;
};

const mostKept = 8;
/** UTF-16 units of all drafts; browsers give a session 10 MB. */
const mostText = 3_000_000;
const name = 'drafts';

export function createDrafts(stored: StoredText, indexKey: StoredText): Drafts {
  /** Reading, changing and writing is one step: two saves that read the same list would lose one of them. */
  const alone = createTurns();
  /** Raised by a wipe: what was being written then must not come back. */
  let life = 0;

  async function seal(make: boolean) {
    let key = await indexKey.get();
    if (key === '' && make) {
      key = newKeyText();
      await indexKey.set(key);
    }
    return createSeal(key);
  }

  async function read(): Promise<readonly Draft[]> {
    const text = await stored.get();
    if (text === '') return [];
    try {
      const bytes = decodeBase64(text);
      const plain = bytes && (await (await seal(false))?.open(name, bytes));
      // Our own, authenticated on the way back.
      return plain ? (JSON.parse(decodeUtf8(plain) ?? '[]') as Draft[]) : [];
    } catch {
      return [];
    }
  }

  async function write(drafts: readonly Draft[], born: number): Promise<void> {
    if (drafts.length === 0) return stored.remove();
    const text = JSON.stringify(drafts);
    if (text.length > mostText) throw new AppError('too-large', 'drafts beyond the limit');
    const sealed = await (await seal(true))?.close(name, encodeUtf8(text));
    if (born !== life) throw new AppError('locked', 'locked meanwhile');
    if (sealed) await stored.set(encodeBase64(sealed));
    if (born !== life) await stored.remove();
  }

  function change(work: (drafts: readonly Draft[]) => readonly Draft[]): Promise<void> {
    const born = life;
    return alone(async () => write(work(await read()), born));
  }

  return {
    get: async (id) => (await read()).find((draft) => draft.id === id) ?? null,
    put: (draft) =>
      change((all) => [draft, ...all.filter(({ id }) => id !== draft.id)].slice(0, mostKept)),
    remove: (id) => change((all) => all.filter((draft) => draft.id !== id)),
    list: read,
    async wipe() {
      life += 1;
      await stored.remove();
    },
  };
}
