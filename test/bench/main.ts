/**
 * `npm run bench [-- NAME…]`: every figure the project promises, each beside an alternative measured
 * in turn in the same run. Prints a table and writes `out/bench.json`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { benches } from './benches.ts';
import type { Row } from './row.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`${name} …`);
  try {
    rows.push(...(await bench()));
  } catch (error) {
    // The others have their figures all the same.
    console.error(`${name} broke off:`, error);
    process.exitCode = 1;
  }
}
console.log(table(rows));
mkdirSync('out', { recursive: true });
writeFileSync('out/bench.json', `${JSON.stringify(rows, null, 2)}\n`);

function table(all: readonly Row[]): string {
  const head = ['what', 'ours', 'beside', 'unit', 'ratio', 'aim'];
  const lines = all.map(({ name, ours, theirs, unit, ratio, aim }) => [
    name,
    figure(ours),
    figure(theirs),
    unit,
    figure(ratio),
    aim,
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const draw = (line: readonly string[]) =>
    line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return [draw(head), draw(widths.map((width) => '-'.repeat(width))), ...lines.map(draw)].join(
    '\n',
  );
}

function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
