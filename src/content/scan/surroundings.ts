import { composedParent } from './composed-tree.ts';
import * as bit from './concepts.ts';
import { type Concepts, conceptsIn } from './lexicon.ts';
import { allIn, attributeOf, holds, walkerOver } from './page-proof.ts';
import type { Section } from './section.ts';
import { spokenIn } from './spoken.ts';

export const titleSays = ({ fields }: Section): Concepts =>
  fields[0] ? spokenIn(allIn(fields[0].element.ownerDocument, 'title')[0]?.textContent) : 0;

/** What a form's own attributes speak of. */
export function formSays({ form }: Section): Concepts {
  if (!form) return 0;
  let text = '';
  for (const name of ['id', 'name', 'class', 'action', 'aria-label']) {
    text += ` ${attributeOf(form, name)?.slice(0, 40) ?? ''}`;
  }
  return conceptsIn(text);
}

/** What a form says of itself by its button, its headings, its attributes and the title of the page. */
export const aroundSays = (section: Section): Concepts =>
  section.submit | section.headings | formSays(section) | titleSays(section);

/** What the links beside the fields lead to: a forgotten password, or the other kind of form. */
export function linksSay(section: Section): Concepts {
  let says = 0;
  const place = placeOf(section);
  for (const link of place ? allIn(place, 'a') : []) {
    const text = link.textContent;
    if (text && text.length < 80) says |= spokenIn(text);
  }
  return says;
}

/** What is written from the first field on; text comes without the objects that nodes would leave behind. */
export function proseSays(section: Section): Concepts {
  const place = placeOf(section);
  const first = section.fields[0]?.element;
  if (!place || !first) return 0;
  const range = new Range();
  range.setStartAfter(first);
  range.setEndAfter(place);
  // Scripts within the form count as text; they hold a brace before long.
  const [text = ''] = range.toString().slice(0, 1600).split('{', 1);
  let says = 0;
  for (let at = 0; at < text.length; at += 140) says |= conceptsIn(text.slice(at, at + 160));
  return says;
}

/** The first short text after the fields: their button, where a page has made one out of something else. */
export function afterSays(section: Section): Concepts {
  const place = placeOf(section);
  const last = section.fields.at(-1)?.element;
  if (!place || !last) return 0;
  const walker = walkerOver(place, 4 /* text */);
  walker.currentNode = last;
  let next = 0;
  for (let node = walker.nextNode(), n = 0; node && n < 30; node = walker.nextNode(), n++) {
    const text = (node as Text).data.trim();
    const says = text.length < 30 ? spokenIn(text) : 0;
    // "Already a member?" goes on with a link to the other kind of form.
    if (says & bit.already || text.includes('?')) break;
    if (says & sides && !(says & apart)) return says & sides;
    next |= says & bit.next;
  }
  return next;
}

const sides = bit.login | bit.signup;
const apart = bit.forgot | bit.remember | bit.provider;

/** What can be written into, roughly. */
const boxes =
  'input:not([type=hidden],[type=submit],[type=button],[type=image],[type=checkbox],[type=radio])';

/** The form and a little around it, up to where boxes of others stand; without a form, the smallest element that holds all fields. */
function placeOf({ form, fields }: Section): Element | null {
  let place: Element | null = form ?? fields[0]?.element ?? null;
  const last = fields.at(-1)?.element ?? null;
  while (place && !holds(place, last)) place = composedParent(place);
  for (let up = 0; up < 2; up++) {
    const parent = place && composedParent(place);
    if (!parent || parent instanceof HTMLBodyElement) break;
    if (allIn(parent, boxes).length > fields.length + 1) break;
    place = parent;
  }
  return place;
}
