/** What a person typed, as the index is asked for it. */
import { fold } from './fold.ts';
import { itemHost } from './item-host.ts';
import { facet, facetEnd, facetText } from './search-texts.ts';
import { type Token, tokensOf } from './words.ts';

export type QueryWord = Token & {
  /** Something follows it, so that its end is meant as its end. */
  readonly finished: boolean;
};

/** A query without its operators, and what these ask for. */
export type SplitQuery = {
  readonly text: string;
  /** Beginnings of facets; an answer has all of them. */
  readonly facets: readonly string[];
  /** Only items with a one-time code. */
  readonly coded: boolean;
  /** Only items whose password stands at another one too, as far as was seen. */
  readonly reused: boolean;
};

const longestQuery = 200;
const mostWords = 10;

/** `tag:x`, `vault:"two words"`: what a quote closes is meant whole, all else as a beginning; only at the beginning of a word, as `c:\tag` is none. */
const operator = /(?<!\S)(vault|tag|colou?r|is|has):(?:"([^"]*)("?)|(\S*))/giu;
const address = /(?<!\S)https?:\/\/\S+/giu;

export function splitQuery(typed: string): SplitQuery {
  const limited = typed.slice(0, longestQuery);
  const facets: string[] = [];
  let coded = false;
  let reused = false;
  const text = limited.replace(operator, (all, ...[name, quoted, closed, plain]: string[]) => {
    const value = quoted ?? plain ?? '';
    if (name?.toLowerCase() === 'has') {
      if (!isCode(facetText(value))) return all;
      coded = true;
      return ' ';
    }
    if (name?.toLowerCase() === 'is' && isReused(facetText(value))) {
      reused = true;
      return ' ';
    }
    const found = facetOf(name?.toLowerCase() ?? '', value, closed === '"');
    if (found === null) return all;
    if (found !== '') facets.push(found);
    return ' ';
  });
  return { text, facets, coded, reused };
}

/** Words of a query's text. */
export function queryWords(text: string): QueryWord[] {
  // A pasted address stands for its site; the rest of it is stored nowhere.
  const named = text.replace(address, (url) => itemHost(url)?.ascii ?? url);
  const tokens = tokensOf(fold(named)).slice(0, mostWords);
  const open = /\S$/.test(named);
  return tokens.map((token, index) => ({
    ...token,
    finished: index < tokens.length - 1 || !open,
  }));
}

/** Beginning of the facet that is asked for; `''` while nothing is typed yet, null for no operator. */
function facetOf(name: string, value: string, whole: boolean): string | null {
  const folded = facetText(value);
  if (folded === '') return '';
  const end = whole ? facetEnd : '';
  if (name === 'vault') return facet.vault + folded + end;
  if (name === 'tag') return facet.tag + folded + end;
  if (name === 'is') return isFavourite(folded) ? facet.favourite : null;
  return /^\d+$/.test(folded) ? `${facet.colour}${Number(folded)}.` : null;
}

/** `has:totp` while it is being typed, too, as with every operator. */
function isCode(value: string): boolean {
  return ['totp', 'code', '2fa'].some((name) => name.startsWith(value));
}

/** Nothing is typed yet behind `is:`, so it asks for nothing. */
function isReused(value: string): boolean {
  return value !== '' && 'reused'.startsWith(value);
}

function isFavourite(value: string): boolean {
  return 'favourite'.startsWith(value) || 'favorite'.startsWith(value);
}
