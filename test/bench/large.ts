/** A company of 100,000 items behind the built extension: what it holds, and how quickly the popup answers. */
import { popupPath } from '../e2e/support/chromium.ts';
import { echoKeys, type Keystrokes, typePhrases, watchKeystrokes } from './keystroke.ts';
import { measureOpenings, openingRows, type Stage } from './openings.ts';
import { percentile, type Row } from './row.ts';
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
    ...(await keystrokeRows(stage)),
    ...(await memoryRows(stage)),
    ...openingRows(await measureOpenings(stage, runs), items, { paint: '', list: '', cpu: '' }),
  ]);
}

async function keystrokeRows({ extension, bare }: Stage): Promise<Row[]> {
  const type = async (url: string): Promise<Keystrokes> => {
    const page = await extension.context.newPage();
    try {
      await page.addInitScript(watchKeystrokes);
      await page.goto(url);
      if (url.startsWith(bare)) await echoKeys(page);
      else await page.getByRole('option').first().waitFor();
      return await typePhrases(page);
    } finally {
      await page.close();
    }
  };
  const ours = await type(`${extension.origin}/${popupPath}`);
  const theirs = await type(`${bare}/popup.html`);
  const part = (name: string, times: keyof Keystrokes, aim: string): Row => {
    const [mine, bares] = [percentile(ours[times], 0.95), percentile(theirs[times], 0.95)];
    return row(name, { ours: mine, theirs: bares, unit: 'ms', aim });
  };
  return [
    part('keystroke to the list in the document, p95, beside an echo', 'changed', ''),
    part('keystroke to painted list, p95, beside a painted echo', 'painted', '<= 16 ms'),
  ];
}

async function memoryRows(stage: Stage): Promise<Row[]> {
  const { extension } = stage;
  const built = await heapOf(stage);
  const session = await extension.inWorker(() => chrome.storage.session.getBytesInUse());
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
