/** Which vaults and folders a person means by what was typed. */
import { isSamePlace, type PlaceRow, type Places } from '../../protocol/edit-calls.ts';

export type FoundPlaces = {
  /** The first that are shown, those used last in front. */
  readonly rows: readonly PlaceRow[];
  /** How many of `rows`, from the start, were used last. */
  readonly last: number;
  /** Found as well, but not shown. */
  readonly more: number;
};

/** Nobody reads more; typing on is quicker. */
const mostShown = 40;

/** Every word must stand somewhere in the path; a place that is itself called so comes first. */
export function findPlaces({ all, last }: Places, query: string): FoundPlaces {
  const words = fold(query)
    .split(/[\s/]+/)
    .filter((word) => word !== '');
  const fits = (row: PlaceRow) => {
    const path = fold(row.path.join(' / '));
    return words.every((word) => path.includes(word));
  };
  const recent = last.filter(fits);
  const others = all.filter((row) => fits(row) && !recent.some((each) => isSamePlace(each, row)));
  const named = (row: PlaceRow) => words.some((word) => fold(row.path.at(-1) ?? '').includes(word));
  const ordered =
    words.length === 0 ? others : [...others.filter(named), ...others.filter((row) => !named(row))];
  const rows = [...recent, ...ordered];
  return {
    rows: rows.slice(0, mostShown),
    last: recent.length,
    more: Math.max(0, rows.length - mostShown),
  };
}

/** Lower case and without accents, so that `cafe` finds `Café`. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
