/**
 * The popup in the browser's own bubble. Playwright does not show it as a page, because it belongs
 * to no tab; through the browser's debugging session it can be looked at all the same.
 */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { attachTo, findTargets } from './target.ts';

export type RealPopup = {
  /** Value of an expression, awaited where it is a promise. */
  evaluate(expression: string): Promise<unknown>;
  /** Strikes a key that has a name, such as `Enter`. */
  press(key: string, held?: { readonly control?: boolean }): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** Resolves when the popup is gone. */
  closed(): Promise<void>;
};

type Where = { readonly session: CDPSession; readonly origin: string };

/** Control's bit among the modifiers of a key event. */
const controlKey = 2;

export async function openRealPopup(
  where: Where & { readonly context: BrowserContext; readonly site: Page },
): Promise<RealPopup> {
  await where.site.bringToFront();
  const worker = where.context.serviceWorkers().at(-1);
  if (worker === undefined) throw new Error('the worker is not running');
  return popupOpenedBy(where, () => worker.evaluate(() => chrome.action.openPopup()));
}

/** The popup that the browser opens because of what is done. */
export async function popupOpenedBy(
  { session, origin }: Where,
  act: () => Promise<unknown>,
): Promise<RealPopup> {
  const known = new Set((await findTargets(session)).map(({ targetId }) => targetId));
  await act();
  const target = await findNew(session, origin, known);
  const { targetId } = target;
  const { call, evaluate } = await attachTo(session, targetId);

  return {
    evaluate,
    async press(key, { control = false } = {}) {
      const common = { key, code: key, modifiers: control ? controlKey : 0 };
      // A button is pressed by the character that Enter makes.
      const enter = key === 'Enter' ? { text: '\r', windowsVirtualKeyCode: 13 } : {};
      const type = key === 'Enter' ? 'keyDown' : 'rawKeyDown';
      await call('Input.dispatchKeyEvent', { type, ...common, ...enter });
      // What the key did may have closed the popup by now.
      await call('Input.dispatchKeyEvent', { type: 'keyUp', ...common }).catch(() => undefined);
    },
    async screenshot() {
      const { data } = await call('Page.captureScreenshot');
      return Buffer.from(String(data), 'base64');
    },
    async closed() {
      const isOpen = (all: readonly { targetId: string }[]) =>
        all.some((each) => each.targetId === targetId);
      while (isOpen(await findTargets(session))) await new Promise((next) => setTimeout(next, 50));
    },
  };
}

async function findNew(session: CDPSession, origin: string, known: ReadonlySet<string>) {
  const deadline = Date.now() + 10_000;
  do {
    const target = (await findTargets(session)).find(
      ({ targetId, url }) =>
        url.startsWith(origin) && url.includes('popup') && !known.has(targetId),
    );
    if (target !== undefined) return target;
    await new Promise((next) => setTimeout(next, 5));
  } while (Date.now() < deadline);
  throw new Error('the browser opened no popup');
}

/**
 * Opens it over `site` from another page of the same extension, so that nothing wakes the worker but the popup itself.
 * `struck`: when the browser was asked for it, in Unix milliseconds.
 */
export async function openPopupFrom(
  { session, origin, site }: Where & { readonly site: Page },
  page: Page,
): Promise<RealPopup & { readonly struck: number }> {
  await site.bringToFront();
  let struck = Number.NaN;
  const popup = await popupOpenedBy({ session, origin }, async () => {
    struck = await page.evaluate(() => {
      const now = performance.timeOrigin + performance.now();
      return chrome.action.openPopup().then(() => now);
    });
  });
  return { ...popup, struck };
}
