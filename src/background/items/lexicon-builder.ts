/** Collects words document by document and lays them out as a lexicon. */
import { docOf, gradeOf, type Lexicon, posting } from './lexicon.ts';
import type { Pause } from './slices.ts';

export type LexiconBuilder = {
  /** The number of a word, for `add`. */
  number(word: string): number;
  /** Documents come one after the other; of a word's grades in one document the first counts. */
  add(word: number, doc: number, grade: number): void;
  /** `numbers` says under which number each document goes on. Ends the builder's use. */
  finish(numbers: Uint32Array, pause: Pause): Promise<Lexicon>;
};

export function createLexiconBuilder(): LexiconBuilder {
  const known = new Map<string, number>();
  /** By word: the last document in which it was seen, plus one. */
  const seen = createNumberList();
  const words = createNumberList();
  const entries = createNumberList();

  return {
    number(word) {
      const found = known.get(word);
      if (found !== undefined) return found;
      const number = known.size;
      known.set(word, number);
      seen.push(0);
      return number;
    },
    add(word, doc, grade) {
      if (seen.get(word) === doc + 1) return;
      seen.set(word, doc + 1);
      words.push(word);
      entries.push(posting(doc, grade));
    },

    async finish(numbers, pause) {
      const sorted = [...known.keys()].sort();
      await pause();
      const counts = new Uint32Array(sorted.length);
      for (let at = 0; at < words.length(); at++) {
        counts[words.get(at)] = (counts[words.get(at)] ?? 0) + 1;
      }
      const starts = new Uint32Array(sorted.length + 1);
      const postingStarts = new Uint32Array(sorted.length + 1);
      /** By word: where its next posting goes. */
      const next = new Uint32Array(sorted.length);
      sorted.forEach((text, index) => {
        const word = known.get(text) ?? 0;
        const start = postingStarts[index] ?? 0;
        next[word] = start;
        starts[index + 1] = (starts[index] ?? 0) + text.length + 1;
        postingStarts[index + 1] = start + (counts[word] ?? 0);
      });
      await pause();
      const postings = new Uint32Array(entries.length());
      for (let at = 0; at < postings.length; at++) {
        const word = words.get(at);
        const entry = entries.get(at);
        const place = next[word] ?? 0;
        next[word] = place + 1;
        postings[place] = posting(numbers[docOf(entry)] ?? 0, gradeOf(entry));
      }
      // In ascending order they are read along memory, which the longest loop of a search lives from.
      for (let word = 0; word < sorted.length; word++) {
        postings.subarray(postingStarts[word], postingStarts[word + 1]).sort();
        if ((word & 1023) === 0) await pause();
      }
      const text = sorted.length === 0 ? '' : `${sorted.join('\n')}\n`;
      return { text, starts, postingStarts, postings };
    },
  };
}

export type SplitBuilder = Pick<LexiconBuilder, 'number' | 'add'> & {
  finish(numbers: Uint32Array, pause: Pause): Promise<Lexicon[]>;
};

/**
 * Keeps words in ASCII apart from all others, for speed: the engine holds a text that has a single
 * letter beyond Latin-1 with two bytes for each, and looks through it several times slower.
 */
export function createSplitBuilder(): SplitBuilder {
  const plain = createLexiconBuilder();
  const others = createLexiconBuilder();
  return {
    // Even numbers for the ones, odd numbers for the others.
    number: (word) => (ascii.test(word) ? plain.number(word) * 2 : others.number(word) * 2 + 1),
    add(word, doc, grade) {
      const builder = word % 2 === 0 ? plain : others;
      builder.add(word >>> 1, doc, grade);
    },
    finish: async (numbers, pause) => [
      await plain.finish(numbers, pause),
      await others.finish(numbers, pause),
    ],
  };
}

const ascii = /^[\0-\x7f]*$/;

/** A list of numbers that grows without boxing them: there are millions. */
function createNumberList() {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    push(value: number) {
      if (length === values.length) {
        const longer = new Uint32Array(length * 2);
        longer.set(values);
        values = longer;
      }
      values[length++] = value;
    },
    get: (at: number) => values[at] ?? 0,
    set(at: number, value: number) {
      values[at] = value;
    },
    length: () => length,
  };
}
