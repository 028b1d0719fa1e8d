import { allIn, parentOf } from './page-proof.ts';

/** Gives the shadow root of an element where the browser lets the caller see one that `shadowRoot` hides. */
export type ShadowRootOf = (element: HTMLElement) => ShadowRoot | null;

type Root = Document | ShadowRoot | Element;

/** Every element below `root` that matches, in document order, each shadow root in the place of its host. */
export function findAll(root: Root, selector: string, closedRootOf?: ShadowRootOf): Element[] {
  const shadows = new Map<Element, ShadowRoot>();
  const all = allIn(root, '*:not(form)');
  for (const element of all) {
    const shadow =
      element.shadowRoot ?? (closedRootOf && mayHide(element) ? closedRootOf(element) : null);
    if (shadow) shadows.set(element, shadow);
  }
  if (shadows.size === 0) return [...allIn(root, selector)];
  const found: Element[] = [];
  for (const element of all) {
    if (element.matches(selector)) found.push(element);
    const shadow = shadows.get(element);
    if (shadow) found.push(...findAll(shadow, selector, closedRootOf));
  }
  return found;
}

/**
 * Where a closed root can be expected: at custom elements and at elements without content. Asking costs, and
 * Chromium's openOrClosedShadowRoot throws on anything but an HTML element.
 */
const mayHide = (element: Element): element is HTMLElement =>
  (element.localName.includes('-') || !element.firstChild) && element instanceof HTMLElement;

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
