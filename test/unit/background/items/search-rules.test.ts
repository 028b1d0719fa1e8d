/** Rules that hold for whatever is stored and typed, checked against the plain way to search. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '../../../../src/background/items/build-index.ts';
import { fold } from '../../../../src/background/items/fold.ts';
import { packRows, unpackRows } from '../../../../src/background/items/row-chunk.ts';
import { createSearch } from '../../../../src/background/items/search.ts';
import { tokensOf } from '../../../../src/background/items/words.ts';
import type { ItemSummary } from '../../../../src/model/item.ts';
import { fakeVault, summary } from './support/vault-client.ts';

const words = [
  'git',
  'github',
  'Hub',
  'Почта',
  'ёлка',
  'Büro',
  '会計',
  'srv-db-01',
  'a',
  'x.y',
  'بريد',
  '10.0.0.1',
  '🔑',
];
const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((some) => some.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const item = fc.record({
  name: text,
  login: text,
  urls: fc.array(fc.oneof(fc.webUrl(), text), { maxLength: 2 }),
  description: text,
  tags: fc.array(text, { maxLength: 2 }),
  colour: fc.nat(5),
  favourite: fc.boolean(),
});
const company = fc.array(item, { maxLength: 25 });

async function searchOf(stored: readonly Partial<ItemSummary>[]) {
  const items = stored.map((one, number) => summary({ id: `i${number}`, ...one }));
  const vault = fakeVault('v1', items);
  const chunks = [...packRows(vault, vault)].map(unpackRows);
  const { head, words: index } = await buildIndex(chunks);
  const find = createSearch(head, index);
  const rows = Array.from(head.places, (place) => chunks[place >>> 8]?.read(place & 255));
  return {
    size: head.size,
    found: (query: string) => {
      const { page, total } = find(query, {
        site: [],
        used: [],
        recent: [],
        reused: new Set<number>(),
        coded: new Set(),
      });
      return Array.from(page(0, total), (doc) => rows[doc]);
    },
  };
}

test('an answer holds items, each at most once, and nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      company,
      fc.array(fc.oneof(text, fc.string()), { maxLength: 8 }),
      async (stored, queries) => {
        const { found, size } = await searchOf(stored);
        for (const query of queries) {
          const answer = found(query);
          expect(answer).not.toContain(undefined);
          expect(new Set(answer).size).toBe(answer.length);
          expect(answer.length).toBeLessThanOrEqual(size);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('every item whose name, login or tag has a word that begins as typed is found', async () => {
  await fc.assert(
    fc.asyncProperty(company, fc.constantFrom(...words), fc.nat(8), async (stored, word, cut) => {
      const typed = Array.from(word)
        .slice(0, cut + 1)
        .join('');
      const [token] = tokensOf(fold(typed));
      if (token === undefined || token.parts.length !== 1) return;
      const { found } = await searchOf(stored);
      const ids = new Set(found(typed).map((one) => one?.id));
      stored.forEach(({ name, tags }, number) => {
        const parts = tokensOf(fold([name, ...tags].join(' '))).flatMap((one) => one.parts);
        if (parts.some((part) => part.startsWith(token.whole))) expect(ids).toContain(`i${number}`);
      });
    }),
    { numRuns: 200 },
  );
});

test('another word never finds more, where all words fit as typed', async () => {
  await fc.assert(
    fc.asyncProperty(
      company,
      fc.constantFrom(...words),
      fc.constantFrom(...words),
      async (stored, one, two) => {
        const { found } = await searchOf(stored);
        const fewer = found(`${one} ${two}`).map((item) => item?.id);
        const some = new Set(found(one).map((item) => item?.id));
        const others = new Set(found(two).map((item) => item?.id));
        const both = [...some].filter((id) => others.has(id));
        // Where nothing has both words as typed, slips are forgiven, and more may come.
        if (both.length > 0) expect(new Set(fewer)).toEqual(new Set(both));
      },
    ),
    { numRuns: 200 },
  );
});

test('an item is found first by its whole name, if it is the only one of that name', async () => {
  await fc.assert(
    fc.asyncProperty(company, fc.nat(24), async (stored, number) => {
      const wanted = stored[number];
      const key = (name: string) =>
        tokensOf(fold(name))
          .map(({ whole }) => whole)
          .join(' ');
      if (wanted === undefined || key(wanted.name) === '' || /:/.test(wanted.name)) return;
      if (stored.filter(({ name }) => key(name) === key(wanted.name)).length > 1) return;
      const { found } = await searchOf(stored);
      expect(found(wanted.name)[0]?.id).toBe(`i${number}`);
    }),
    { numRuns: 300 },
  );
});
