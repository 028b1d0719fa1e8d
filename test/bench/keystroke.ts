/** From a key to the list it leads to, painted, in the real popup; what the browser needs by itself beside it. */
import type { Page } from '@playwright/test';

const phrases = [
  'github berlin',
  'jenkins prod',
  'postgresql stage',
  'anna petrova',
  'administrator',
  'salesforce finance',
  'router backup',
  'kubernetse',
  'aws console sales',
  'vpn gateway',
];

/** Milliseconds without a change after which a list is taken for finished, or for left as it was. */
const calm = { after: 200, before: 1500 };

type Watch = { typed: number; changed: number; painted: number };

declare global {
  var benchWatch: Watch | undefined;
}

/** Runs in the page before its own scripts. */
export function watchKeystrokes(): void {
  const watch: Watch = { typed: 0, changed: 0, painted: 0 };
  globalThis.benchWatch = watch;
  addEventListener('keydown', ({ timeStamp }) => Object.assign(watch, { typed: timeStamp }), true);
  const observer = new MutationObserver((records) => {
    const isList = ({ target }: MutationRecord) =>
      !(target instanceof Element && target.closest('.search') !== null);
    if (!records.some(isList)) return;
    watch.changed = performance.now();
    // A message sent in the frame arrives once the frame is handed over to be shown.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => Object.assign(watch, { painted: performance.now() });
      port2.postMessage(null);
    });
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  });
}

export type Keystrokes = { readonly changed: number[]; readonly painted: number[] };

/** Types the phrases letter by letter. Keys that leave the list as it was are not counted. */
export async function typePhrases(page: Page): Promise<Keystrokes> {
  const times: Keystrokes = { changed: [], painted: [] };
  for (const phrase of phrases) {
    for (const letter of phrase) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      const { typed, changed, painted } = await restOf(page);
      if (changed < typed) continue;
      times.changed.push(changed - typed);
      times.painted.push(painted - typed);
    }
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await restOf(page);
  }
  return times;
}

async function restOf(page: Page): Promise<Watch> {
  const rested = await page.waitForFunction(({ after, before }) => {
    const { benchWatch: watch } = globalThis;
    if (watch === undefined) throw new Error('nobody watches');
    const { typed, changed, painted } = watch;
    const rests =
      changed < typed
        ? performance.now() - typed > before
        : painted >= changed && performance.now() - changed > after;
    return rests ? { ...watch } : null;
  }, calm);
  const value = await rested.jsonValue();
  if (value === null) throw new Error('the list never came to rest');
  return value;
}

/** The least a page can do with a key: writes it into its own text, without asking anybody. */
export async function echoKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    const text = document.createElement('p');
    field.addEventListener('input', () => {
      text.textContent = field.value;
    });
    document.body.append(field, text);
    field.focus();
  });
}
