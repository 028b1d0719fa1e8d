/** Which items of the index belong to a page. */
import type { Head } from './item-index.ts';
import { docOf, findPrefix, wordAt } from './lexicon.ts';
import { type Grade, gradeMatch, widerHosts } from './match-site.ts';
import { hostKey, type PageSite, siteOfKey } from './site.ts';

/**
 * Best first: the very host before its domain, then the most used, then by name. `ruled` stands
 * above what the addresses of these items say; null takes one out.
 */
export function findSiteDocs(
  head: Head,
  page: PageSite,
  {
    weights,
    ruled,
  }: {
    readonly weights: ReadonlyMap<number, number>;
    readonly ruled: ReadonlyMap<number, Grade | null>;
  },
): number[] {
  const grades = new Map<number, number>();
  const { sites } = head;
  for (const host of [page.host, ...widerHosts(page)]) {
    const { from, to } = findPrefix(sites, hostKey(host));
    for (let word = from; word < to; word++) {
      const grade = gradeMatch(siteOfKey(wordAt(sites, word)), page);
      if (grade === null) continue;
      const end = sites.postingStarts[word + 1] ?? 0;
      for (let at = sites.postingStarts[word] ?? 0; at < end; at++) {
        const doc = docOf(sites.postings[at] ?? 0);
        grades.set(doc, Math.min(grade, grades.get(doc) ?? grade));
      }
    }
  }
  for (const [doc, grade] of ruled) {
    if (grade === null) grades.delete(doc);
    else grades.set(doc, grade);
  }
  return [...grades]
    .sort(([a, x], [b, y]) => x - y || (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || a - b)
    .map(([doc]) => doc);
}
