/**
 * Reading forms and documents past what a page names after their members: `<input name="parentNode">` hides the
 * `parentNode` of its form, `<img name="title">` the document's title, for extensions as well. The prototypes of our
 * world are out of a page's reach.
 */
const own = <P extends object, K extends keyof P>(prototype: P, name: K) =>
  Object.getOwnPropertyDescriptor(prototype, name) as TypedPropertyDescriptor<P[K]>;

const parent = own(Node.prototype, 'parentNode').get as (this: Node) => ParentNode | null;
const focused = own(Document.prototype, 'activeElement').get as (this: Document) => Element | null;
const { contains } = Node.prototype;
const { getAttribute, querySelectorAll } = Element.prototype;
const inDocument = Document.prototype.querySelectorAll;
const { createTreeWalker } = Document.prototype;

export const parentOf = (node: Node): ParentNode | null => parent.call(node);
/** The focused element of a document or a shadow root, or the host that it lies in. */
export const focusedIn = (root: Document | ShadowRoot): Element | null =>
  root instanceof Document ? focused.call(root) : root.activeElement;
export const holds = (outer: Node, inner: Node | null): boolean => contains.call(outer, inner);
export const attributeOf = (element: Element, name: string): string | null =>
  getAttribute.call(element, name);

/** As `matches`. */
export const fits = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

/** As `querySelectorAll` of a root of any kind. */
export const allIn = (root: Document | ShadowRoot | Element, selector: string) =>
  root instanceof Element
    ? querySelectorAll.call(root, selector)
    : root instanceof Document
      ? inDocument.call(root, selector)
      : root.querySelectorAll(selector);

/** Every input of a root. */
export const inputsIn = (root: Document | ShadowRoot | Element): HTMLInputElement[] =>
  [...allIn(root, 'input')].filter((each) => each instanceof HTMLInputElement);

/** A walker over the texts below `root`, or over elements as well. */
export const walkerOver = (root: Node, show: number): TreeWalker =>
  createTreeWalker.call(document, root, show);
