/** Items for which a person made a rule: their own addresses do not decide alone. */
import type { ItemRule } from '../../model/fill-rule.ts';
import { type Grade, gradeItem } from './match-site.ts';
import type { IndexedItem } from './row-chunk.ts';
import type { PageSite } from './site.ts';

/** By the item's id; only rules that are not the default. */
export type ItemRules = ReadonlyMap<string, ItemRule>;

export type ItemRuling = {
  /** Resolves once they are known. Never rejects. */
  ready(): Promise<void>;
  /** The same map until one of them changes. */
  ofItems(): ItemRules;
};

export type RuledDocs = {
  /** How each of these items belongs to a page, by its number; null for not at all. */
  grade(page: PageSite): ReadonlyMap<number, Grade | null>;
};

type Index = {
  /** Numbers of the items with this id, and a few others by chance. */
  readonly docsOfId: (id: string) => readonly number[];
  /** Null where the item cannot be read now. */
  readonly read: (doc: number) => Promise<IndexedItem | null>;
};

export async function findRuledDocs(
  rules: ItemRules,
  { docsOfId, read }: Index,
): Promise<RuledDocs> {
  const found: {
    readonly doc: number;
    readonly urls: readonly string[];
    readonly rule: ItemRule;
  }[] = [];
  for (const [id, rule] of rules) {
    for (const doc of docsOfId(id)) {
      const item = await read(doc);
      // What cannot be read belongs nowhere until it can.
      if (item === null) found.push({ doc, urls: [], rule });
      else if (item.id === id) found.push({ doc, urls: item.urls, rule });
    }
  }
  return {
    grade: (page) =>
      new Map(found.map(({ doc, urls, rule }) => [doc, gradeItem(urls, page, rule)])),
  };
}
