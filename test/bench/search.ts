/**
 * From a keystroke to the answer in the worker, beside uFuzzy and fuse.js over the same texts, each
 * keystroke in turn: `npx tsx test/bench/search.ts`. The median of a few rounds stands for a keystroke.
 */
import { pathToFileURL } from 'node:url';
import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import { gradeMatch } from '../../src/background/items/match-site.ts';
import { parsePage, parseStoredSite } from '../../src/background/items/site.ts';
import { type BuiltCompany, buildCompany } from './index-company.ts';
import { median, type Row } from './row.ts';

const count = 100_000;
const rounds = 7;
/** uFuzzy takes long enough to be measured well in fewer. */
const fuzzyRounds = 3;
const screenful = 20;

/** Typed letter by letter. Among them names, logins, hosts, two words, other scripts, slips and a wrong layout. */
const phrases = [
  'github berlin prod',
  'jenkins',
  'anna.petrova@corp',
  'postgresql stage',
  '10.3.12',
  'почта москва',
  'сервер склад',
  'büro zürich',
  '会計 東京',
  'بريد',
  'aws console sales',
  'kubernetse',
  'gihtub',
  'пшергг',
  'cthdth',
  'administrator',
  'hubspot readonly 12',
  'grafana.corp',
  'tag:finance bank',
  'xqzw',
];

export async function benchSearch(): Promise<Row[]> {
  const company = await buildCompany(count);
  return [...(await benchKeystrokes(company)), await benchMatching(company)];
}

async function benchKeystrokes({ items, summaries }: BuiltCompany): Promise<Row[]> {
  const texts = summaries.map(({ name, login, urls, tags, description }) =>
    [name, login, ...urls, ...tags, description].join(' '),
  );
  const keystrokes = phrases.flatMap((phrase) =>
    Array.from(phrase, (_, index) =>
      Array.from(phrase)
        .slice(0, index + 1)
        .join(''),
    ),
  );
  const fuzzy = new uFuzzy({
    unicode: true,
    interSplit: "[^\\p{L}\\d']+",
    intraSplit: '\\p{Ll}\\p{Lu}',
    intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
    intraChars: "[\\p{L}\\d']",
    intraContr: "'\\p{L}{1,2}\\b",
  });
  const fuse = new Fuse(summaries, { keys: ['name', 'login', 'urls', 'tags', 'description'] });

  const find = (query: string) => items.find({ query, page: null, offset: 0, limit: screenful });
  const ours = new Map<string, number[]>();
  const theirs = new Map<string, number[]>();
  // Phrase after phrase, as somebody types: by the next round what is remembered of a word is forgotten.
  for (let round = 0; round < rounds; round++) {
    for (const query of keystrokes) {
      push(ours, query, await timed(() => find(query)));
      if (round >= fuzzyRounds) continue;
      // Its usual thousand: where it finds more it only filters, while we rank them all.
      push(theirs, query, await timed(() => fuzzy.search(texts, query, 1, 1000)));
    }
  }
  const mine = [...ours.values()].map(median);
  const fuzzys = [...theirs.values()].map(median);

  const few = ['git', 'github berlin', 'anna.pe', 'почта', 'kubernetse'];
  const oursOfFew: number[] = [];
  const fuseOfFew: number[] = [];
  for (const query of few) {
    await find('');
    oursOfFew.push(await timed(() => find(query)));
    fuseOfFew.push(await timed(() => fuse.search(query, { limit: screenful })));
  }
  const of = `${count.toLocaleString('en')} items`;
  return [
    row(
      `keystroke to answer, ${of}, p95, beside uFuzzy`,
      [percentile(mine, 0.95), percentile(fuzzys, 0.95)],
      '<= 2 ms',
    ),
    row(
      `keystroke to answer, ${of}, mean, beside uFuzzy`,
      [mean(mine), mean(fuzzys)],
      '>= 8x faster',
    ),
    row(
      `keystroke to answer, ${of}, mean of ${few.length}, beside fuse.js`,
      [mean(oursOfFew), mean(fuseOfFew)],
      '>= 100x faster',
    ),
  ];
}

/** Beside the same rule asked of every stored URL, parsed beforehand. */
async function benchMatching({ items, summaries }: BuiltCompany): Promise<Row> {
  const stored = summaries.flatMap(({ urls }) => urls.map(parseStoredSite));
  const pages = summaries.filter((_, index) => index % 2500 === 0).flatMap(({ urls }) => urls);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const url of pages) {
    await items.matching(url);
    ours.push(await timed(() => items.matching(url)));
    theirs.push(
      await timed(() => {
        const page = parsePage(url);
        return page && stored.filter((site) => site !== null && gradeMatch(site, page) !== null);
      }),
    );
  }
  const name = `origin matched against ${count.toLocaleString('en')} items, beside the rule on each`;
  return row(name, [median(ours), median(theirs)], '<= 0.1 ms');
}

function push(times: Map<string, number[]>, query: string, time: number): void {
  times.set(query, [...(times.get(query) ?? []), time]);
}

/** Milliseconds of this process on a processor: what else the machine does hardly counts. */
async function timed(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function row(name: string, [ours, theirs]: readonly [number, number], aim: string): Row {
  return { name, ours, theirs, unit: 'ms', ratio: theirs / ours, aim };
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.table(await benchSearch());
}
