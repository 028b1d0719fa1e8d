/**
 * What a user chose where the choice could not be believed, or is not enough: in a page of a browser
 * that cannot say whether our menu was in plain view, and for an item whose address has changed. It
 * waits for a yes in the popup, where no page can reach.
 */
import type { ErrorCode } from '../../model/error.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { RowRef } from '../../protocol/item-calls.ts';
import { natural, record, text } from '../../protocol/parse.ts';
import { rowFields, tabId } from '../ref-parsers.ts';
import { parseJson } from '../stored-json.ts';

/** What a fill failed with where a yes in the popup lets it go on. */
export function needsConsent(code: ErrorCode): boolean {
  return code === 'address-changed' || code === 'sends-elsewhere';
}

export type AskedFor = RowRef & {
  readonly tabId: number;
  /** Address of the page or frame that would be filled. */
  readonly pageUrl: string;
};

export type Consent = {
  /** Keeps the wish, for a popup that is open already. */
  keep(wish: AskedFor): Promise<void>;
  /** Keeps the wish and opens the popup on it. False where the browser opens none. */
  seek(wish: AskedFor): Promise<boolean>;
  /** What waits; null where nothing does, or for too long. */
  pending(): Promise<AskedFor | null>;
  /** It was answered. */
  done(): Promise<void>;
  /** A tab was closed: what was wished for there is over. */
  closed(tabId: number): Promise<void>;
};

type Dependencies = {
  readonly stored: StoredText;
  readonly openPopup: () => Promise<boolean>;
  readonly now: () => number;
};

/** How long a wish waits, in ms: long enough to unlock first. */
const patience = 120_000;

/** `at`: Unix milliseconds. */
type Kept = AskedFor & { readonly at: number };
const parser = record<Kept>({ ...rowFields, tabId, pageUrl: text(10_000), at: natural });

export function createConsent({ stored, openPopup, now }: Dependencies): Consent {
  const keep = ({ id, shortcutId, tabId, pageUrl }: AskedFor) =>
    stored.set(JSON.stringify({ id, shortcutId, tabId, pageUrl, at: now() }));
  const read = async (): Promise<Kept | null> => parseJson(await stored.get(), parser);
  return {
    keep,
    async seek(wish) {
      await keep(wish);
      return openPopup();
    },
    async pending() {
      const kept = await read();
      if (kept === null || kept.at + patience < now()) return null;
      const { at: _, ...wish } = kept;
      return wish;
    },
    done: () => stored.remove(),
    async closed(tabId) {
      if ((await read())?.tabId === tabId) await stored.remove();
    },
  };
}
