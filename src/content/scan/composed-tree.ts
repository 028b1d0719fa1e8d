/** Gives the shadow root of an element, closed ones too where the browser lets the caller see them. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** The open root, which every script may read. */
export const openRootOf: ShadowRootOf = (element) => element.shadowRoot;

const items = 'input,button,h1,h2,h3,h4,legend,[role=button],[role=heading]';

/** Every input, button and heading below `root`, in document order, each shadow root in the place of its host. */
export function itemsBelow(root: Document | ShadowRoot | Element, rootOf: ShadowRootOf): Element[] {
  const found: Element[] = [];
  const visit = (node: Document | ShadowRoot | Element) => {
    for (const element of node.querySelectorAll('*')) {
      if (element.matches(items)) found.push(element);
      // Chromium's openOrClosedShadowRoot throws on anything but an HTML element.
      const shadow = element instanceof HTMLElement ? rootOf(element) : null;
      if (shadow) visit(shadow);
    }
  };
  visit(root);
  return found;
}

/** The parent over shadow boundaries: the host, where the parent is a shadow root. */
export function composedParent(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** The form an input belongs to; one across a shadow boundary counts, as it does for the user. */
export function composedForm(element: Element): HTMLFormElement | null {
  if (element instanceof HTMLInputElement || element instanceof HTMLButtonElement) {
    if (element.form) return element.form;
  }
  for (let node = composedParent(element); node; node = composedParent(node)) {
    if (node instanceof HTMLFormElement) return node;
  }
  return null;
}
