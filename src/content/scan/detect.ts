import { openRootOf, type ShadowRootOf } from './composed-tree.ts';
import { type DetectedField, labelSection } from './label.ts';
import { sectionsBelow } from './section.ts';

export type { DetectedField, FieldLabel } from './label.ts';

/**
 * Finds the login fields below `root` and says what each one wants. Reads the page and changes nothing.
 * `rootOf` lets an extension show closed shadow roots too.
 */
export function detect(
  root: Document | ShadowRoot | Element,
  rootOf: ShadowRootOf = openRootOf,
): DetectedField[] {
  return sectionsBelow(root, rootOf).flatMap(labelSection);
}
