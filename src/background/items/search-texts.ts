/** Which words an item's texts are found by. */
import { fold } from './fold.ts';
import type { ItemHost } from './item-host.ts';
import { type Token, tokensOf } from './words.ts';

/** Worth of the place where a word stands, best first. A posting carries it. */
export const grade = {
  nameStart: 0,
  name: 1,
  loginOrHost: 2,
  pathOrTag: 3,
  description: 4,
} as const;

/** What the operators of a query ask for lies among the words under a sign that nobody types. */
export const facet = {
  vault: '\u0001',
  tag: '\u0002',
  colour: '\u0003',
  favourite: '\u0004',
  /** By id: whatever a folder holds itself, and what lies in the root of a vault. */
  folder: '\u0005',
  root: '\u0006',
} as const;

/** Ends the whole text of a facet, so that it can be asked for as it is, and nothing longer. */
export const facetEnd = '\u001f';

/** Notes may be pages long; what is searched for stands at their beginning. */
export const descriptionLimit = 2000;

export type Words = {
  /** Runs of letters and digits. */
  readonly parts: readonly string[];
  /** Runs without spaces that have signs inside. */
  readonly wholes: readonly string[];
  /** What such runs end with: the domains of hosts and mail addresses. Worth less. */
  readonly endings?: readonly string[];
};

export function wordsOfText(text: string): Words {
  return toWords(searchTokens(text));
}

export function wordsOfLogin(login: string): Words {
  const tokens = searchTokens(login);
  const domains = tokens.flatMap(({ whole }) => /@(.+)$/.exec(whole)?.[1] ?? []);
  const { parts } = toWords(
    tokens.map((one) => (one.whole.includes('@') ? withoutEnding(one) : one)),
  );
  return { parts, wholes: toWords(tokens).wholes, endings: domains };
}

export function wordsOfItemHost(host: ItemHost): Words {
  const found = spellings(host).map(wordsOfHost);
  return {
    parts: found.flatMap(({ parts }) => parts),
    wholes: found.flatMap(({ wholes }) => wholes),
    endings: found.flatMap(({ endings }) => endings ?? []),
  };
}

/** A name, or a query, as they are compared with each other. */
export function nameKey(tokens: readonly Token[]): string {
  return tokens.map(({ whole }) => whole).join(' ');
}

export function searchTokens(text: string): Token[] {
  return text === '' ? [] : tokensOf(fold(text));
}

/** The text of a vault or tag as facets are compared; quotes would end an operator's value. */
export function facetText(text: string): string {
  return fold(text.replaceAll('"', '')).trim().replace(/\s+/g, ' ');
}

/** Text of a facet: every ending of it that starts with a word, so that a prefix finds any word. */
export function facetWords(text: string): string[] {
  const words = facetText(text).split(' ').filter(Boolean);
  return words.map((_, index) => words.slice(index).join(' ') + (index === 0 ? facetEnd : ''));
}

function toWords(tokens: readonly Token[]): Words {
  const parts: string[] = [];
  const wholes: string[] = [];
  for (const token of tokens) {
    parts.push(...token.parts);
    if (token.parts.length > 1) wholes.push(token.whole);
  }
  return { parts, wholes };
}

/** `www.` says nothing, and a person who looks for a domain wants its subdomains as well. */
function wordsOfHost(host: string): Words {
  const full = host.replace(/^www\./, '');
  const bare = full.replace(/:\d+$/, '');
  const tokens = tokensOf(bare === full ? full : `${full} ${bare}`);
  if (/^[\d.]+$/.test(bare)) return toWords(tokens);
  const labels = bare.split('.');
  return {
    parts: toWords(tokens.map(withoutEnding)).parts,
    wholes: toWords(tokens).wholes,
    endings: labels.slice(1, -1).map((_, index) => labels.slice(index + 1).join('.')),
  };
}

function spellings({ ascii, readable }: ItemHost): string[] {
  return readable === ascii ? [ascii] : [ascii, fold(readable)];
}

/** `.com` says nothing: as a word it would make every item an answer to `c`. */
function withoutEnding({ whole, parts }: Token): Token {
  const ending = /\.[^.:]+(?::\d+)?$/.exec(whole);
  if (ending === null) return { whole, parts };
  return { whole, parts: tokensOf(whole.slice(0, ending.index)).flatMap((token) => token.parts) };
}
