import { composedForm, composedParent } from '../scan/composed-tree.ts';
import { allIn, fits, holds } from '../scan/page-proof.ts';

/** What the user does to a form with it: sends it, or leaves it be. Null for neither, such as a click into a field. */
export type Act = 'sends' | 'leaves' | null;

const submits = 'button:not([type]), [type=submit], [type=image]';

/** `typedIn` is a field of the form in question. */
export function actOf(event: Event, typedIn: HTMLInputElement): Act {
  if (event.type === 'submit') return 'sends';
  if (event instanceof KeyboardEvent) {
    return event.key === 'Enter' ? 'sends' : event.key === 'Escape' ? 'leaves' : null;
  }
  const path = [...hiddenPath(event, typedIn.getRootNode()), ...event.composedPath()];
  const pressed = path
    .filter((each) => each instanceof Element)
    .find((each) => fits(each, 'a[href], button, input, select, textarea, label'));
  const form = composedForm(typedIn);
  // Where a form has its own button for it, nothing else sends it without an event of its own.
  const hasOwn = form !== null && [...allIn(form, submits)].some(isSeen);
  if (pressed === undefined) return hasOwn ? null : 'sends';
  if (pressed instanceof HTMLAnchorElement && leadsAway(pressed)) return 'leaves';
  if (pressed.matches('select, textarea, label')) return null;
  if (pressed.matches('input:not([type=submit], [type=image], [type=button], [type=reset])')) {
    return null;
  }
  if (pressed.matches('[type=reset]')) return 'leaves';
  return !hasOwn || pressed.matches(submits) ? 'sends' : 'leaves';
}

/** What was pressed in a closed root, of which neither the path nor `submit` tells outside of it: the place of the press does. */
function hiddenPath(event: Event, root: Node): readonly Element[] {
  if (!(event instanceof MouseEvent && root instanceof ShadowRoot)) return [];
  const path: Element[] = [];
  let element: Element | null = root.elementFromPoint(event.clientX, event.clientY);
  for (; element && holds(root, element); element = composedParent(element)) path.push(element);
  return path;
}

const isSeen = (element: Element): boolean => element.checkVisibility();

/** To another document, and not to a script that stands behind a link. */
function leadsAway({ href, role }: HTMLAnchorElement): boolean {
  if (role === 'button' || !/^https?:/.test(href)) return false;
  const [page] = location.href.split('#');
  return href.split('#')[0] !== page;
}
