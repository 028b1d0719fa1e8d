/** From a key that is struck to the list that is seen, and how smoothly the list scrolls, in the popup's page. */
import type { Page } from '@playwright/test';
import type { Row } from './row.ts';

/** Typed letter by letter, the field emptied between. */
const phrases = [
  'github berlin',
  'jenkins',
  'anna.pe',
  'postgresql',
  'grafana',
  'kubernetse',
  'xqz',
];
const scrolling = 3000;

/** `page` is the popup in a tab; `bare` is a page with a text field and a paragraph. */
export async function benchTyping(page: Page, bare: Page, items: number): Promise<Row[]> {
  // tsx marks functions that have a name by a call of this one, also in what runs in the page.
  for (const each of [page, bare]) await each.evaluate('globalThis.__name = (made) => made');
  const ours = await typeAll(page, '[role=combobox]');
  const theirs = await typeAll(bare, 'input');
  await page.bringToFront();
  const ourFrames = await scroll(page, 'main');
  await bare.bringToFront();
  const theirFrames = await scroll(bare, 'main');
  const of = `popup, ${items.toLocaleString('en')} items`;
  const row = (
    name: string,
    figures: readonly [number, number],
    more: readonly [string, string],
  ) => {
    const [mine, other] = figures;
    const [unit, aim] = more;
    return { name: `${of}, ${name}`, ours: mine, theirs: other, unit, ratio: mine / other, aim };
  };
  return [
    row(
      'key to painted list, p95, beside a field that copies',
      [at(ours, 0.95), at(theirs, 0.95)],
      ['ms', '<= 16 ms'],
    ),
    row('the same, median', [at(ours, 0.5), at(theirs, 0.5)], ['ms', '']),
    row('scrolling, beside plain lines', [ourFrames, theirFrames], ['frames/s', '60']),
  ];
}

/** Milliseconds of each key. */
async function typeAll(page: Page, field: string): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate(watchKeys, field);
  const box = page.locator(field).first();
  const times: number[] = [];
  for (const phrase of phrases) {
    await box.fill('');
    await page.waitForTimeout(100);
    for (const letter of phrase) {
      const seen = page.evaluate(() => (globalThis as unknown as Watched).nextSeen());
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      const time = await seen;
      if (Number.isNaN(time)) throw new Error(`${letter} was typed and nothing was seen`);
      times.push(time);
    }
  }
  return times;
}

type Watched = { nextSeen(): Promise<number> };

/**
 * Runs in the page. A key counts from the event's own time stamp; the list is seen when the frame is drawn that follows the
 * answer to the newest request, or, where the page asks nobody, that follows the key.
 */
function watchKeys(field: string): void {
  const watch = {
    resolve: null as ((milliseconds: number) => void) | null,
    struck: 0,
    waiting: 0,
    drawn() {
      requestAnimationFrame(() => {
        // Sent in the frame, received once it is drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => watch.resolve?.(performance.now() - watch.struck);
        port2.postMessage(null);
      });
    },
    nextSeen: () =>
      new Promise<number>((done) => {
        watch.resolve = done;
        // A frame that never comes must not hold up every other bench.
        setTimeout(() => done(Number.NaN), 5000);
      }),
  };
  const send: ((message: unknown) => Promise<unknown>) | undefined =
    globalThis.chrome?.runtime?.sendMessage;
  if (send !== undefined) {
    Object.assign(chrome.runtime, {
      async sendMessage(message: { call?: string }) {
        if (message.call !== 'find') return send(message);
        watch.waiting += 1;
        const answer = await send(message);
        watch.waiting -= 1;
        // A frame is asked for after whoever waits for the answer has drawn it.
        if (watch.waiting === 0) setTimeout(() => watch.drawn());
        return answer;
      },
    });
  }
  document.addEventListener(
    'input',
    (event) => {
      if (!(event.target instanceof Element) || !event.target.matches(field)) return;
      watch.struck = event.timeStamp;
      if (send === undefined) watch.drawn();
    },
    { capture: true },
  );
  Object.assign(globalThis, { nextSeen: watch.nextSeen });
}

/** The value below which a share of them lies. */
function at(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

/** Frames a second while the list is scrolled by most of a screen in each. */
async function scroll(page: Page, scroller: string): Promise<number> {
  return page.evaluate(
    ([selector, milliseconds]) =>
      new Promise<number>((done) => {
        const box = document.querySelector(selector);
        const start = performance.now();
        const run = {
          frames: 0,
          next(now: number) {
            run.frames += 1;
            box?.scrollBy(0, 400);
            if (now - start < milliseconds) requestAnimationFrame(run.next);
            else done((run.frames * 1000) / (now - start));
          },
        };
        requestAnimationFrame(run.next);
      }),
    [scroller, scrolling] as const,
  );
}
