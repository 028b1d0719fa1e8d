/** A company of 100,000 items behind the built extension: what it holds, and how quickly the popup opens. */
import { popupPath } from '../e2e/support/chromium.ts';
import { measureOpenings, openingRows, type Stage } from './openings.ts';
import type { Row } from './row.ts';
import { onStage } from './stage.ts';
import { readWorkerHeap } from './worker-heap.ts';

const items = 100_000;
const runs = 7;
/** Fewer than the 500 that the aim names, which take a quarter of an hour: `OPENINGS=500`. */
const openings = Number(process.env.OPENINGS ?? 60);
/** After so many, what is made once is there. */
const firstOpenings = 10;

export function benchLarge(): Promise<Row[]> {
  return onStage(items, async (stage) => [
    ...(await memoryRows(stage)),
    ...openingRows(await measureOpenings(stage, runs), items, { paint: '', list: '', cpu: '' }),
  ]);
}

async function memoryRows(stage: Stage): Promise<Row[]> {
  const { extension } = stage;
  const built = await heapOf(stage);
  const session = await sessionBytes(stage);
  await extension.killWorker();
  await openOften(stage, firstOpenings);
  const restored = await heapOf(stage);
  await openOften(stage, openings - firstOpenings);
  const later = await heapOf(stage);
  const growth = `memory gained in ${openings - firstOpenings} popup openings after ${firstOpenings}`;
  return [
    row('memory of the worker that built the index', { ours: built, unit: 'MB', aim: '' }),
    row('memory of a worker that read it back', { ours: restored, unit: 'MB', aim: '<= 60 MB' }),
    row(growth, { ours: (later - restored) * 1000, unit: 'kB', aim: 'flat' }),
    row('storage.session in use', { ours: session / 1000, unit: 'kB', aim: '< 1,000 kB' }),
  ];
}

/** Megabytes: objects, and the array buffers that lie outside of the heap. */
async function heapOf({ browser, extension }: Stage): Promise<number> {
  const { objects, buffers } = await readWorkerHeap(browser, extension.origin);
  return (objects + buffers) / 1e6;
}

/** Bytes in `storage.session`, asked by a page of ours. */
async function sessionBytes({ extension }: Stage): Promise<number> {
  const page = await extension.context.newPage();
  try {
    await page.goto(`${extension.origin}/${popupPath}`);
    return await page.evaluate(() => chrome.storage.session.getBytesInUse());
  } finally {
    await page.close();
  }
}

async function openOften({ extension }: Stage, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const page = await extension.context.newPage();
    await page.goto(`${extension.origin}/${popupPath}`);
    await page.getByRole('option').first().waitFor();
    await page.close();
  }
}

type Measured = {
  readonly ours: number;
  readonly theirs?: number;
  readonly unit: string;
  readonly aim: string;
};

function row(name: string, { ours, theirs = Number.NaN, unit, aim }: Measured): Row {
  return {
    name: `${items.toLocaleString('en')} items, ${name}`,
    ours,
    theirs,
    unit,
    ratio: ours / theirs,
    aim,
  };
}
