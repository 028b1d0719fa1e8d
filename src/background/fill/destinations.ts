/** Where a login form sends what is typed into it, as the frame reads it off the form. */
import type { RowRef } from '../../protocol/item-calls.ts';
import { parsePage } from '../items/site.ts';

/**
 * Those of the origins that are neither of the page's own site nor among the item's addresses: a person
 * has to say that a password may go there. What is no origin counts as foreign.
 */
export async function foreignDestinations(
  matches: (row: RowRef, pageUrl: string) => Promise<boolean>,
  { row, pageOrigin }: { readonly row: RowRef; readonly pageOrigin: string },
  destinations: readonly string[],
): Promise<readonly string[]> {
  const foreign: string[] = [];
  for (const origin of destinations) {
    if (isSameSite(pageOrigin, origin)) continue;
    if (!(await matches(row, `${origin}/`))) foreign.push(origin);
  }
  return foreign;
}

/** The same registrable domain; the same origin where there is none. Never from https to http. */
function isSameSite(from: string, to: string): boolean {
  if (from === to) return true;
  const [page, target] = [parsePage(`${from}/`), parsePage(`${to}/`)];
  if (page === null || target === null || (page.secure && !target.secure)) return false;
  return page.registrable !== null && page.registrable === target.registrable;
}
