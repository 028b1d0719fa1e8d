import { composedParent } from '../scan/composed-tree.ts';
import { fits } from '../scan/page-proof.ts';
import { placeMenu } from './place.ts';
import { menuStyle } from './style.ts';

/** The element that carries our pixels, in the page only while a menu is shown. */
export type Surface = {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts it beside the field; false where there is no room. */
  place(): boolean;
  /** False when the page has removed, hidden or changed the host. */
  intact(): boolean;
  remove(): void;
};

/** Shows `panel` in the top layer beside the field; null where the page gives it no place. */
export function openSurface(field: HTMLInputElement, panel: HTMLElement): Surface | null {
  const home = homeFor(field);
  // In a document of another kind, such as a drawing, nothing of ours would be shown.
  if (!(home instanceof HTMLElement)) return null;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = menuStyle;
  root.append(style, panel);
  host.popover = 'manual';
  home.append(host);
  host.showPopover();

  const rule = style.sheet?.cssRules[0];
  const rtl = getComputedStyle(field).direction === 'rtl';
  const surface: Surface = {
    host,
    root,
    place() {
      const view = { width: innerWidth, height: innerHeight, rtl };
      panel.style.maxHeight = 'none';
      const spot = placeMenu(field.getBoundingClientRect(), host.getBoundingClientRect(), view);
      if (spot === null || !(rule instanceof CSSStyleRule)) return false;
      // A page that zooms itself with CSS zooms what we write as well, and not what we measure.
      const zoom = host.currentCSSZoom ?? 1;
      panel.style.maxHeight = `${spot.maxHeight / zoom}px`;
      // Between two pixels letters would be blurred.
      rule.style.setProperty('left', `${Math.round(spot.left) / zoom}px`, 'important');
      rule.style.setProperty('top', `${Math.round(spot.top) / zoom}px`, 'important');
      return true;
    },
    intact: () =>
      host.parentNode === home && host.matches(':popover-open') && host.attributes.length === 1,
    remove: () => host.remove(),
  };
  return surface;
}

/**
 * The root element; inside a modal dialog the dialog itself, since everything outside it is inert; inside a popover
 * the popover, since a press outside it closes it; inside what fills the screen that, since nothing else is painted.
 * Named access cannot shadow it: a page may call an image `documentElement`.
 */
function homeFor(field: Element): Element | null {
  let top: Element = field;
  for (let node: Element | null = field; node; node = composedParent(node)) {
    if (fits(node, 'dialog:modal, [popover]:popover-open, :fullscreen')) return node;
    top = node;
  }
  return top.parentNode === document ? top : null;
}
