/**
 * What a worker that was killed pays to answer again, and what it holds: `npx tsx test/bench/index-restore.ts`.
 * Chunks lie in memory here; what IndexedDB adds is seen in the popup's bench. Beside it the simple
 * way: all summaries sealed as one JSON text, parsed, and a folded text of each to search in.
 */

import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fold } from '../../src/background/items/fold.ts';
import { createSeal, newKeyText } from '../../src/background/seal.ts';
import type { ItemSummary } from '../../src/model/item.ts';
import { type BuiltCompany, buildCompany } from './index-company.ts';
import { median, type Row } from './row.ts';

const rounds = 5;
/** By name the rows lie all over: among so many there is one of every chunk. */
const wide = 5000;
const screenful = { page: null, offset: 0, limit: 20 };

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

export async function benchIndex(): Promise<Row[]> {
  return [...(await benchRestore(10_000)), ...(await benchRestore(100_000))];
}

async function benchRestore(count: number): Promise<Row[]> {
  const company = await buildCompany(count);
  const simple = await simpleWay(company);
  const times = { list: [], found: [], all: [], simple: [] } as Record<string, number[]>;
  for (let round = 0; round < rounds; round++) {
    const woken = company.wake();
    times.list?.push(await timed(() => woken.find({ query: '', ...screenful })));
    times.found?.push(await timed(() => woken.find({ query: 'github berlin', ...screenful })));
    const another = company.wake();
    times.all?.push(
      await timed(async () => {
        await another.find({ query: 'github berlin', ...screenful });
        await another.find({ query: '', page: null, offset: 0, limit: wide });
      }),
    );
    times.simple?.push(await timed(simple));
  }
  const [list, found, all, other] = [times.list, times.found, times.all, times.simple].map((one) =>
    median(one ?? []),
  );
  const of = `${count.toLocaleString('en')} items`;
  const aimed = (aim: string) => (count === 100_000 ? aim : '');
  const memory = await memoryOf(company);
  const otherMemory = await heldBy(simple);
  return [
    row(`worker killed, ${of}: to the list`, [list, other], ['CPU ms', '']),
    row(`worker killed, ${of}: to the first search after it`, [found, other], ['CPU ms', '']),
    row(
      `worker killed, ${of}: all of it, beside one JSON`,
      [all, other],
      ['CPU ms', aimed('<= 400 ms')],
    ),
    row(`memory, ${of}, every chunk in it`, [memory, otherMemory], ['MB', aimed('<= 60 MB')]),
  ];
}

/** Opens the seal, parses, and makes what a plain search would look through. */
async function simpleWay({ summaries }: BuiltCompany): Promise<() => Promise<unknown>> {
  const seal = await createSeal(newKeyText());
  const closed = await seal?.close('all', new TextEncoder().encode(JSON.stringify(summaries)));
  return async () => {
    const plain = closed === undefined ? null : await seal?.open('all', closed);
    const items: ItemSummary[] = JSON.parse(new TextDecoder().decode(plain ?? undefined));
    const texts = items.map(({ name, login, urls, tags, description }) =>
      fold([name, login, ...urls, ...tags, description].join('\n')),
    );
    return { items, texts };
  };
}

/** Megabytes that a woken worker holds once it has shown every row and searched. */
function memoryOf(company: BuiltCompany): Promise<number> {
  return heldBy(async () => {
    const woken = company.wake();
    await woken.find({ query: '', page: null, offset: 0, limit: wide });
    await woken.find({ query: 'gihtub', ...screenful });
    return woken;
  });
}

async function heldBy(make: () => Promise<unknown>): Promise<number> {
  const before = await held();
  const kept = [await make()];
  const after = await held();
  // Named after the measuring, so that it is not collected before.
  kept.length = 0;
  return (after - before) / 1e6;
}

async function held(): Promise<number> {
  // Buffers are given back a little after their owners are collected.
  for (let round = 0; round < 5; round++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function row(
  name: string,
  figures: readonly (number | undefined)[],
  more: readonly [string, string],
): Row {
  const [ours = Number.NaN, theirs = Number.NaN] = figures;
  const [unit, aim] = more;
  return { name, ours, theirs, unit, ratio: ours / theirs, aim };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.table(await benchIndex());
}
