import { allIn, focusedIn, parentOf } from './page-proof.ts';

/** Gives the shadow root of an element where the browser lets the caller see one that `shadowRoot` hides. */
export type ShadowRootOf = (element: HTMLElement) => ShadowRoot | null;

type Root = Document | ShadowRoot | Element;

/**
 * What may have a shadow root, as far as a selector can tell: elements of the page's own making, and such as have
 * nothing else in them. The browser makes an object for each element that a script is shown and keeps it as long as the
 * page, so the thousands of others are left out where they lie, the most frequent first.
 */
const hosts = [
  ':not(div,span,a,li,p,path,td,img,button,svg,input,label,option,i,script,g,br,tr,ul,strong,h3,b,h2,link,meta,em',
  'section,style,form,source,use,th,dt,dd,code,rect,circle)',
  'div:empty,span:empty,p:empty,section:empty,article:empty,aside:empty,main:empty,header:empty,footer:empty,nav:empty',
].join();

/** Every element below `root` that matches, in document order, each shadow root in the place of its host. */
export function findAll(root: Root, selector: string, closedRootOf?: ShadowRootOf): Element[] {
  const places = [...allIn(root, hosts)];
  // Where the focus is, whatever the host looks like.
  const focus = root instanceof Element ? null : focusedIn(root);
  if (focus) places.push(focus);
  const shadows = new Map<Element, ShadowRoot>();
  for (const place of places) {
    const shadow = place.shadowRoot ?? (place instanceof HTMLElement && closedRootOf?.(place));
    if (shadow) shadows.set(place, shadow);
  }
  const all = [...allIn(root, selector)];
  return shadows.size === 0
    ? all
    : woven(all, shadows, (shadow) => findAll(shadow, selector, closedRootOf));
}

/** What stands in shadow roots among what stands outside of them, each root in the place of its host. */
function woven(
  outside: readonly Element[],
  shadows: ReadonlyMap<Element, ShadowRoot>,
  inside: (shadow: ShadowRoot) => Element[],
): Element[] {
  const found: Element[] = [];
  const waiting = [...shadows].sort(([a], [b]) => (precedes(a, b) ? -1 : 1));
  for (const element of outside) {
    for (let next = waiting[0]; next && precedes(next[0], element); next = waiting[0]) {
      found.push(...inside(next[1]));
      waiting.shift();
    }
    found.push(element);
  }
  for (const [, shadow] of waiting) found.push(...inside(shadow));
  return found;
}

const precedes = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & 4) /* following */ > 0;

/** The parent over shadow boundaries: the host, where the parent is a shadow root. */
export function composedParent(element: Element): Element | null {
  const parent = parentOf(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** The form an element belongs to; one across a shadow boundary counts, as it does for the user. */
export function composedForm(element: Element): HTMLFormElement | null {
  if (element instanceof HTMLInputElement && element.form) return element.form;
  const form = element.closest('form');
  if (form) return form;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? composedForm(root.host) : null;
}
