/** `npm test`: every check there is, with `-- --soak` the random walk as well. Its last line is `N passed, N failed`; it ends with 0 or 1. */
import { type Outcome, soak, stages } from './test/stages.ts';

type Line = Outcome & { readonly name: string; readonly seconds: number; readonly remark: string };

const lines: Line[] = [];

for (const stage of process.argv.includes('--soak') ? [...stages, soak] : stages) {
  console.log(`\n── ${stage.name} ${'─'.repeat(76 - stage.name.length)}`);
  const missing = stage.needs.filter((name) =>
    lines.some((line) => line.name === name && line.failed),
  );
  const started = performance.now();
  const outcome: Outcome = missing.length > 0 ? { passed: 0, failed: 1 } : await stage.run();
  const seconds = (performance.now() - started) / 1000;
  const remark = missing.length > 0 ? `not run: ${missing.join(', ')} failed` : '';
  lines.push({ name: stage.name, ...outcome, seconds, remark });
}

const total = (key: 'passed' | 'failed') => lines.reduce((sum, line) => sum + line[key], 0);

console.log(
  `\n${'stage'.padEnd(14)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}`,
);
for (const { name, passed, failed, seconds, remark } of lines) {
  const numbers = `${String(passed).padStart(8)}${String(failed).padStart(8)}`;
  console.log(`${name.padEnd(14)}${numbers}${seconds.toFixed(1).padStart(9)}  ${remark}`.trimEnd());
}
for (const told of lines.flatMap(({ named }) => named ?? [])) console.log(`\n${told}`);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') === 0 ? 0 : 1);
