/**
 * Cuts folded text into what is searched for. A token is a run without spaces; its parts are its
 * runs of letters and digits. `anna.petrova@corp.example` is one token of four parts.
 */

export type Token = {
  /** The token without signs at its ends; equal to the one part where it has one. */
  readonly whole: string;
  readonly parts: readonly string[];
};

/** Longer runs are keys and blobs, which nobody searches by their end. */
const longestPart = 64;
const longestWhole = 128;

export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  for (const run of folded.split(space)) {
    if (run === '') continue;
    const token = tokenOf(run);
    if (token !== null) tokens.push(token);
  }
  return tokens;
}

const space = /\s+/;

function tokenOf(run: string): Token | null {
  const parts: string[] = [];
  let first = -1;
  let last = 0;
  for (let at = 0; at < run.length; ) {
    let end = at;
    while (end < run.length && isWordUnit(run, end)) end += 1;
    if (end === at) {
      at += 1;
      continue;
    }
    if (first === -1) first = at;
    last = end;
    parts.push(run.slice(at, Math.min(end, at + longestPart)));
    at = end;
  }
  const only = parts[0];
  if (only === undefined) return null;
  return {
    whole: parts.length === 1 ? only : run.slice(first, last).slice(0, longestWhole),
    parts,
  };
}

/** Signs of a script that writes vowels as marks belong to the word, and so do pictures. */
const wordSign = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/u;

/** Whether the UTF-16 code unit at `at` is part of a word; both halves of a pair answer for the pair. */
function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  // The alphabets that most texts are in: Greek and Cyrillic letters without accents.
  if (code >= 0x3b1 && code <= 0x45f && code !== 0x3f6) return true;
  const isLowHalf = code >= 0xdc00 && code <= 0xdfff;
  return wordSign.test(String.fromCodePoint(text.codePointAt(isLowHalf ? at - 1 : at) ?? 0));
}

/** Scripts that put no spaces between words, where one sign inside a run is worth finding. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** One or two letters of an alphabet are inside nearly everything, and not what is meant. */
export function isWorthInside(word: string): boolean {
  return word.length > 2 || unspaced.test(word);
}
