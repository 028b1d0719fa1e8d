/**
 * What a typed password is worth, in bits: the cheapest way in which somebody who knows people would
 * spell it, out of common passwords, words, runs, repetitions, years and single characters.
 * It is an estimate. It knows no names and few words, so it errs to the high side for those.
 */

export type Knowledge = {
  /** The passwords that everybody tries first, most frequent first, in lower case. */
  readonly common: readonly string[];
  /** Words of all languages, in lower case. */
  readonly words: ReadonlySet<string>;
};

/** Further characters add nothing to what anybody is shown. */
const longest = 128;
const longestWord = 12;
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** As people disguise letters. */
const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Each text's rank by how soon it is tried. */
function ranksOf(common: readonly string[]): ReadonlyMap<string, number> {
  return new Map(common.map((text, at) => [text, at + 1]));
}

export function createEstimate({ common, words }: Knowledge): (password: string) => number {
  const ranks = ranksOf(common);

  /** Bits of a piece that somebody would take as a whole; null where it is none. */
  function wholeBits(piece: string): number | null {
    const plain = piece.toLowerCase();
    const bare = [...plain].map((letter) => disguises[letter] ?? letter).join('');
    const costs = [runBits(plain)];
    // One bit for a capital at the start, more for others; one for a disguise.
    const capitals = piece === plain ? 0 : /^.[^\p{Lu}]*$/u.test(piece) ? 1 : 3;
    for (const [text, extra] of [
      [plain, capitals],
      [bare, capitals + 1],
    ] as const) {
      const rank = ranks.get(text);
      if (rank !== undefined) costs.push(Math.log2(rank + 1) + extra);
      if (words.has(text)) costs.push(Math.log2(words.size) + extra);
    }
    if (/^(19|20)\d\d$/.test(plain)) costs.push(Math.log2(130));
    const found = costs.filter((cost) => cost !== null);
    return found.length === 0 ? null : Math.min(...found);
  }

  return (password) => {
    const letters = [...password.slice(0, longest)];
    const single = Math.log2(alphabetOf(password));
    // least[n]: the cheapest spelling of the first n characters.
    const least = [0];
    for (let end = 1; end <= letters.length; end++) {
      let best = (least[end - 1] ?? 0) + single;
      for (let start = Math.max(0, end - longestWord); start <= end - 3; start++) {
        const cost = wholeBits(letters.slice(start, end).join(''));
        // Where one piece ends and the next begins has to be guessed, too.
        if (cost !== null) best = Math.min(best, (least[start] ?? 0) + cost + 1);
      }
      least[end] = best;
    }
    return least.at(-1) ?? 0;
  };
}

/** `aaaa`, `abcd`, `4321`, `qwer`: where it begins, which way, how long. */
function runBits(piece: string): number | null {
  if (new Set(piece).size === 1) return Math.log2(64 * piece.length);
  for (const row of rows) {
    const backwards = [...row].reverse().join('');
    if (row.includes(piece) || backwards.includes(piece)) return Math.log2(64 * 2 * piece.length);
  }
  return null;
}

/** How many characters there are of the kinds that occur. */
function alphabetOf(text: string): number {
  let size = 0;
  if (/[a-z]/.test(text)) size += 26;
  if (/[A-Z]/.test(text)) size += 26;
  if (/\d/.test(text)) size += 10;
  if (/[ -/:-@[-`{-~]/.test(text)) size += 33;
  if (/[^ -~]/.test(text)) size += 64;
  return Math.max(size, 2);
}
