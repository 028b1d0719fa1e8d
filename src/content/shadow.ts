import type { ShadowRootOf } from './scan/composed-tree.ts';

/**
 * The shadow root of an element, closed ones included: Chromium gives it to extensions through
 * `chrome.dom`, Firefox as a method of the element. No script of a page has either.
 */
export const anyRootOf: ShadowRootOf = (element) => {
  if (!(element instanceof HTMLElement)) return null;
  if (globalThis.chrome?.dom) return chrome.dom.openOrClosedShadowRoot(element);
  return element.openOrClosedShadowRoot ?? element.shadowRoot;
};

declare global {
  interface Element {
    // Merging with the library's declaration needs an interface; Firefox only.
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}

/** The input that an event is about; a closed root hides it from the path but not from us. */
export function inputOf(event: Event): HTMLInputElement | null {
  let target: EventTarget | null | undefined = event.composedPath()[0];
  while (target instanceof HTMLElement) {
    if (target instanceof HTMLInputElement) return target;
    target = anyRootOf(target)?.activeElement;
  }
  return null;
}
