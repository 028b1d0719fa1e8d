import type { ShadowRootOf } from './composed-tree.ts';
import { type DetectedField, labelSection } from './label.ts';
import { sectionsBelow } from './section.ts';

export type { DetectedField, FieldLabel } from './label.ts';

/**
 * Finds the login fields below `root` and says what each one wants. Reads the page and changes nothing.
 * Open shadow roots are entered; `closedRootOf` lets an extension show the closed ones too.
 */
export function detect(
  root: Document | ShadowRoot | Element,
  closedRootOf?: ShadowRootOf,
): DetectedField[] {
  const found: DetectedField[] = [];
  for (const section of sectionsBelow(root, closedRootOf)) labelSection(section, found);
  return found;
}
