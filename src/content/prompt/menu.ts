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
  /** Hears of a trusted event before the page does; true where it was meant for the menu. */
  hear(event: Event): boolean;
  close(): void;
};

type Options = {
  readonly field: HTMLInputElement;
  readonly content: MenuContent;
  readonly texts: Texts;
  readonly onPick: (pick: Pick) => void;
  readonly onClose: () => void;
};

/** The same, where no page can be in the way. */
function toBeConfirmed(pick: Pick): Pick {
  if (pick.pick === 'offer') return { pick: 'consent', offer: pick.offer };
  return pick.pick === 'generate' ? { pick: 'popup' } : pick;
}

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
  let open = true;
  let judging = false;
  let anchor = '';

  function close(): void {
    if (!open) return;
    // Still the menu that hears events: the page must not learn of the focus coming back either.
    if (root.activeElement !== null && field.isConnected) field.focus({ preventScroll: true });
    open = false;
    guard.stop();
    surface?.remove();
    onClose();
  }

  async function choose(button: Element | null): Promise<void> {
    const pick = rows.pickOf(button);
    if (pick === null || judging) return;
    judging = true;
    const verdict = await guard.judge();
    judging = false;
    if (!open || verdict === 'too-early') return;
    close();
    // Where the page is in the way, the user's wish is met where no page can reach.
    // A password that is only being made is no secret that a page could get hold of.
    if (verdict === 'ready' || (verdict === 'unreported' && pick.pick === 'generate')) onPick(pick);
    else if (verdict !== 'tampered') onPick(toBeConfirmed(pick));
  }

  /** Follows the field while the menu is open; a menu that moves under the pointer starts anew. */
  function follow(): void {
    if (open && stay()) requestAnimationFrame(follow);
    else close();
  }

  function stay(): boolean {
    if (!field.checkVisibility() || !surface?.intact()) return false;
    // From field to field of one shadow root no event leaves it.
    if (!field.matches(':focus') && root.activeElement === null) return false;
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

  function move(step: number): void {
    const at = rows.buttons.findIndex((button) => button.matches(':focus'));
    const { length } = rows.buttons;
    if (at < 0 && step < 0) return;
    rows.buttons[(at + step + length) % length]?.focus();
  }

  /** True where the key was meant for the menu; any other goes its usual way. */
  function press(event: KeyboardEvent): boolean {
    const current = root.activeElement;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' && rows.buttons.length > 0) move(1);
    else if (current === null) return false;
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key !== 'Enter' && event.key !== ' ') {
      // The browser acts on the key after us: a letter is typed into the field, Tab leaves it.
      close();
      return false;
    } else if (!event.repeat) void choose(current);
    event.preventDefault();
    return true;
  }

  /** Inside a closed root of the page, whose path is hidden from the window, the place of a press says what it is on. */
  function isUnder(event: Event): boolean {
    const home = host.getRootNode();
    if (!(event instanceof MouseEvent && home instanceof ShadowRoot)) return false;
    return home.elementFromPoint(event.clientX, event.clientY) === host;
  }

  function hear(event: Event): boolean {
    if (event instanceof KeyboardEvent && event.type === 'keydown' && press(event)) return true;
    const other = event instanceof FocusEvent ? event.relatedTarget : null;
    const leaves = event.type === 'focusout' && other !== host && other !== field;
    const ours = other === host || event.composedPath().includes(host) || isUnder(event);
    const away = event.type === 'blur' && event.target === window;
    if (leaves || away || event.type === 'input' || event.type === 'pagehide') close();
    if (!ours) return false;
    // The focus stays in the field.
    if (event.type === 'mousedown') event.preventDefault();
    if (event.type === 'click' && event instanceof MouseEvent) {
      // A click that a screen reader makes has no place; the focus says what it is about.
      const hit =
        event.detail === 0
          ? root.activeElement
          : root.elementFromPoint(event.clientX, event.clientY);
      void choose(hit?.closest('button') ?? null);
    }
    return true;
  }

  requestAnimationFrame(() => {
    rows.announce();
    follow();
  });
  return { field, hear, close };
}
