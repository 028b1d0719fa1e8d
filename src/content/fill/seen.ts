import { composedParent } from '../scan/composed-tree.ts';

/** Why a field must be left alone. */
export type Obstacle = 'gone' | 'disabled' | 'unseen' | 'covered';

/** Below this a person does not see a field; pages fade real ones only for a moment. */
const leastOpacity = 0.7;
/** Code boxes of real pages are some 20 px wide; decoys are a pixel or two. */
const leastSide = 8;

/** Cheap part of the look at a field: no hit test, nothing scrolled. Null where it may be used. */
export function obstacleOf(input: HTMLInputElement): Obstacle | null {
  if (!input.isConnected || input.ownerDocument !== document) return 'gone';
  if (input.matches(':disabled') || input.type === 'hidden') return 'disabled';
  return isSeen(input) ? null : 'unseen';
}

/** Whether a person sees the field, which the page may not let anybody use yet. */
export function isSeen(input: HTMLInputElement): boolean {
  if (!input.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const box = input.getBoundingClientRect();
  if (box.width < leastSide || box.height < leastSide) return false;
  // Nothing can be scrolled to beyond the start of the document.
  if (box.right + scrollX <= 0 && getComputedStyle(input).direction === 'ltr') return false;
  if (box.bottom + scrollY <= 0) return false;
  let opacity = 1;
  for (let node: Element | null = input; node; node = composedParent(node)) {
    opacity *= Number(getComputedStyle(node).opacity);
  }
  return opacity >= leastOpacity;
}

/** Scrolls the field into view; false where something of the page lies over it wherever it stands. */
export function isWithinReach(input: HTMLInputElement): boolean {
  for (const block of ['nearest', 'center'] as const) {
    // Second, out from under what sticks to an edge of the window: a header, a question about cookies.
    input.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
    if (!isCovered(input)) return true;
  }
  return false;
}

/** Whether something of the page lies over the field; the field must be in the viewport. */
function isCovered(input: HTMLInputElement): boolean {
  const box = input.getBoundingClientRect();
  const root = input.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return true;
  const hits = [0.5, 0.2, 0.8].map((part) =>
    root.elementFromPoint(box.left + box.width * part, box.top + box.height / 2),
  );
  return !hits.some((hit) => hit !== null && belongsTo(hit, input, box));
}

/** The field itself, its label, or a small ornament inside its edges such as a floating caption. */
function belongsTo(hit: Element, input: HTMLInputElement, box: DOMRect): boolean {
  if (hit === input) return true;
  if ([...(input.labels ?? [])].some((label) => label.contains(hit))) return true;
  if (!hit.parentElement?.contains(input)) return false;
  const over = hit.getBoundingClientRect();
  return over.width < box.width * 0.9 && over.height <= box.height;
}
