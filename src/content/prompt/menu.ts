/**
 * The menu at a field. It never takes the focus by itself, and the page never hears of what is done
 * in it: each event on it ends at the window, before any listener of the page.
 *
 *   closed ── user enters a field ──▶ open ── trusted click or Enter, after the dwell ──▶ picked
 *     ▲                                │
 *     └── Escape, typing, blur, scrolled away, tampered with
 */
import { guardSurface } from './guard.ts';
import { buildRows, type MenuContent, type Pick, type Texts } from './rows.ts';
import { openSurface } from './surface.ts';

export type Menu = {
  readonly field: HTMLInputElement;
  /** A trusted key press anywhere; true where it was meant for the menu. */
  press(event: KeyboardEvent): boolean;
  close(): void;
};

type Options = {
  readonly field: HTMLInputElement;
  readonly content: MenuContent;
  readonly texts: Texts;
  readonly onPick: (pick: Pick) => void;
  readonly onClose: () => void;
};

/** Events of a pointer and of the focus that would tell the page that something lies over it. */
const hushed = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'focus',
  'focusin',
  'blur',
  'focusout',
  'keyup',
] as const;

/** Opens the menu; null where the page leaves no room for it. */
export function openMenu({ field, content, texts, onPick, onClose }: Options): Menu | null {
  const rows = buildRows(content, texts);
  const surface = openSurface(field, rows.panel);
  if (surface === null) return null;
  if (!surface.place()) {
    surface.remove();
    return null;
  }
  const { host, root } = surface;
  const guard = guardSurface(surface, rows.panel);
  const life = new AbortController();
  let anchor = '';

  function close(): void {
    if (life.signal.aborted) return;
    const inside = root.activeElement !== null;
    // Still listening here: the page must not hear of the focus coming back either.
    if (inside && field.isConnected) field.focus({ preventScroll: true });
    life.abort();
    guard.stop();
    surface?.remove();
    onClose();
  }

  function choose(button: Element | null): void {
    const pick = rows.pickOf(button);
    if (pick === null) return;
    const verdict = guard.judge();
    if (verdict === 'too-early') return;
    close();
    // Where the page is in the way, the user's wish is met where no page can reach.
    if (verdict === 'ready') onPick(pick);
    else if (verdict === 'not-in-view') onPick({ pick: 'popup' });
  }

  /** Follows the field while the menu is open; a menu that moves under the pointer starts anew. */
  function follow(): void {
    if (life.signal.aborted) return;
    if (stay()) requestAnimationFrame(follow);
    else close();
  }

  function stay(): boolean {
    if (!field.checkVisibility() || !surface?.intact()) return false;
    const box = field.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) {
      return false;
    }
    const now = [box.left, box.top, box.width, box.height, innerWidth, innerHeight].join();
    if (now === anchor) return true;
    anchor = now;
    guard.restart();
    return surface.place();
  }

  const listen = (type: string, handle: (event: Event) => void) =>
    addEventListener(type, handle, { capture: true, signal: life.signal });

  for (const type of hushed) {
    listen(type, (event) => {
      const ours = event.composedPath().includes(host);
      const other = event instanceof FocusEvent ? event.relatedTarget : null;
      if (!event.isTrusted) return;
      if (type === 'focusout' && other !== host && other !== field) close();
      if (!ours && other !== host) return;
      event.stopImmediatePropagation();
      // The focus stays in the field.
      if (type === 'mousedown') event.preventDefault();
      if (event instanceof MouseEvent && type === 'click') {
        choose(root.elementFromPoint(event.clientX, event.clientY)?.closest('button') ?? null);
      }
    });
  }
  listen('input', (event) => event.isTrusted && close());
  addEventListener('blur', (event) => event.target === window && close(), { signal: life.signal });
  addEventListener('pagehide', close, { signal: life.signal });

  function move(step: number): void {
    const at = rows.buttons.findIndex((button) => button === root.activeElement);
    const { length } = rows.buttons;
    if (at < 0 && step < 0) return;
    rows.buttons[(at + step + length) % length]?.focus();
  }

  function press(event: KeyboardEvent): boolean {
    const current = root.activeElement;
    const swallow = (then: () => void) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowKeyUp(event.code);
      then();
      return true;
    };
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === 'Escape') return swallow(close);
    if (event.key === 'ArrowDown' && rows.buttons.length > 0) return swallow(() => move(1));
    if (current === null) return false;
    if (event.key === 'ArrowUp') return swallow(() => move(-1));
    if (event.key === 'Enter' || event.key === ' ') {
      return swallow(() => !event.repeat && choose(current));
    }
    // Any other key is meant for the field: it goes there before the browser acts on it.
    close();
    return false;
  }

  requestAnimationFrame(follow);
  return { field, press, close };
}

/** The page must not see a key come up that it did not see go down; it could submit on it. */
function swallowKeyUp(code: string): void {
  const life = new AbortController();
  addEventListener(
    'keyup',
    (event) => {
      life.abort();
      if (event.code === code) event.stopImmediatePropagation();
    },
    { capture: true, signal: life.signal },
  );
}
