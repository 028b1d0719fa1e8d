/**
 * `npm run soak [-- --minutes 60] [--seed N]`: uses the built extension at random, and looks after each
 * step whether anything is wrong, leaked or growing. The same seed takes the same steps again.
 */
import { parseArgs } from 'node:util';
import { createRandom } from './random.ts';
import { walk } from './walk.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  console.error('npm run soak -- [--minutes 60] [--seed N]: both are numbers.');
  process.exit(2);
}
console.log(`${minutes} minutes, seed ${seed}`);
const { steps, failures } = await walk(createRandom(seed), minutes * 60_000, console.log);
for (const failure of failures) console.log(`seed ${seed}, ${failure}`);
console.log(`\n${steps} steps, ${failures.length} failures (seed ${seed})`);
process.exit(failures.length === 0 && steps > 0 ? 0 : 1);
