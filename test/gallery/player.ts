/** Plays the acts of a scene in the page itself, so that scenes also live in the frames of the overview. */
import type { Act } from './scene.ts';

const frames = (count: number): Promise<void> =>
  new Promise((done) => {
    const step = (left: number) =>
      left === 0 ? done() : requestAnimationFrame(() => step(left - 1));
    step(count);
  });

/** In ms. The code of a screen is on its way meanwhile, from a server that may have to wait for its turn. */
const patience = 30_000;

async function found(selector: string): Promise<HTMLElement> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null) return element;
    await frames(1);
  }
  throw new Error(`nothing fits ${selector}`);
}

async function write(field: HTMLElement, text: string): Promise<void> {
  if (!(field instanceof HTMLInputElement)) throw new Error('not a field');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function perform(act: Act): Promise<void> {
  if ('type' in act) await write(await found('#search'), act.type);
  else if ('into' in act) await write(await found(`[name=${act.into}]`), act.text);
  else if ('press' in act) (await found(act.press)).click();
  else if ('wait' in act) await found(act.wait);
  else {
    // Keys act on rows, so the first one has to be there.
    const target = await found('[role=option] .name');
    const where = document.activeElement ?? target;
    const { ctrl = false } = act;
    const key = mirrored(act.key);
    where.dispatchEvent(
      new KeyboardEvent('keydown', { key, ctrlKey: ctrl, bubbles: true, cancelable: true }),
    );
  }
}

/** The arrow that leads on points the way the text runs. */
function mirrored(key: string): string {
  if (document.documentElement.dir !== 'rtl') return key;
  const mirror: Record<string, string> = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' };
  return mirror[key] ?? key;
}

/** Marks the document when the scene stands. */
export async function play(acts: readonly Act[]): Promise<void> {
  await frames(4);
  for (const act of acts) {
    await perform(act);
    await frames(4);
  }
  // The code of some screens comes when they are first shown.
  await found('.frame, .options');
  document.documentElement.dataset.scene = 'ready';
}
