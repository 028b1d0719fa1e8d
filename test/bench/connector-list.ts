/**
 * Lists everything that a user sees, in a process of its own, and prints what that cost: run by `connector.ts`
 * with `--expose-gc` and the host and its credentials as JSON in `LIST_OPTIONS`.
 */
import { type ConnectOptions, connect } from '../../src/passwork/index.ts';

const options: ConnectOptions = JSON.parse(process.env.LIST_OPTIONS ?? '{}');
const passwork = await connect(options);
const before = megabytes();
let reports = 0;
let peak = 0;
const onProgress = () => {
  reports += 1;
  peak = Math.max(peak, megabytes());
};
const start = performance.now();
const lists = [];
for (const { id } of await passwork.vaults()) {
  lists.push(await passwork.items({ vaultId: id }, { onProgress }).catch(() => []));
}
const seconds = (performance.now() - start) / 1000;
globalThis.gc?.();
const held = megabytes() - before;
const items = lists.reduce((sum, list) => sum + list.length, 0);
console.log(JSON.stringify({ items, reports, seconds, held, peak: peak - before }));

function megabytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
