/** A company of 100,000 items behind the built extension: what it holds, and how quickly the popup opens. */
import { pathToFileURL } from 'node:url';
import { popupPath } from '../e2e/support/chromium.ts';
import { measureOpenings, openingRows, type Stage } from './openings.ts';
import type { Row } from './row.ts';
import { onStage } from './stage.ts';
import { benchTyping } from './typing.ts';
import { readWorkerHeap } from './worker-heap.ts';

const items = 100_000;
const runs = 7;
const openings = Number(process.env.OPENINGS ?? 500);
/** After so many, what is made once is there. */
const firstOpenings = 10;

export function benchLarge(): Promise<Row[]> {
  return onStage(items, async (stage) => [
    ...(await memoryRows(stage)),
    ...(await typingRows(stage)),
    ...openingRows(await measureOpenings(stage, runs), items, {
      paint: '',
      list: '',
      cpu: '',
      task: '< 50 ms',
    }),
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

/** In one tab, again and again: to the worker each is another page that asks it. */
async function openOften({ extension }: Stage, times: number): Promise<void> {
  const page = await extension.context.newPage();
  for (let time = 0; time < times; time += 1) {
    await page.goto(`${extension.origin}/${popupPath}`);
    await page.getByRole('option').first().waitFor();
    // The first screen stands there before the worker was asked.
    await page.evaluate(() =>
      chrome.runtime.sendMessage({ channel: 'own', call: 'status', request: {} }),
    );
  }
  await page.close();
}

async function typingRows({ extension }: Stage): Promise<Row[]> {
  const popup = await extension.context.newPage();
  const bare = await extension.context.newPage();
  try {
    await bare.goto(pathToFileURL('test/bench/typing-page.html').href);
    await popup.goto(`${extension.origin}/${popupPath}`);
    await popup.getByRole('option').first().waitFor();
    return await benchTyping(popup, bare, items);
  } finally {
    await popup.close();
    await bare.close();
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
