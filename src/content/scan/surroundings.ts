import { composedParent } from './composed-tree.ts';
import { bit, type Concepts, conceptsIn } from './lexicon.ts';
import { allIn, attributeOf, holds, linksIn, parentOf, titleOf, walkerOver } from './page-proof.ts';
import type { Section } from './section.ts';

export const titleSays = ({ fields }: Section): Concepts =>
  conceptsIn(fields[0] ? titleOf(fields[0].element.ownerDocument) : '');

/** What a form's own attributes speak of. */
export function formSays({ form }: Section): Concepts {
  if (!form) return 0;
  let text = '';
  for (const name of ['id', 'name', 'class', 'action', 'aria-label']) {
    text += ` ${attributeOf(form, name)?.slice(0, 40) ?? ''}`;
  }
  return conceptsIn(text);
}

/** What the links beside the fields lead to: a forgotten password, or the other kind of form. */
export function linksSay(section: Section): Concepts {
  let says = 0;
  const place = placeOf(section);
  for (const link of place ? linksIn(place) : []) {
    const text = link.textContent;
    if (text && text.length < 80) says |= conceptsIn(text);
  }
  return says;
}

/**
 * What is written from the fields on, apart from labels: in links, in other text, and in the first short text after the
 * fields, which is their button where a page has made one out of something else.
 */
export function around(section: Section): { links: Concepts; prose: Concepts; after: Concepts } {
  const links = linksSay(section);
  const { fields } = section;
  const place = placeOf(section);
  const last = fields.at(-1)?.element;
  let prose = 0;
  let after = 0;
  let asked = false;
  if (place && last && fields[0]) {
    const walker = walkerOver(place, 4 /* text */);
    walker.currentNode = fields[0].element;
    for (let node = walker.nextNode(), n = 0; node && n < 60; node = walker.nextNode(), n++) {
      const text = node.nodeValue as string;
      if (text.trim().length < 2 || unread.test(parentOf(node)?.nodeName ?? '')) continue;
      const says = conceptsIn(text);
      prose |= says;
      // "Already a member?" goes on with a link to the other kind of form.
      if (says & bit.already || text.includes('?')) asked = true;
      else if (!asked && !after && text.length < 30 && !(says & apart))
        if (last.compareDocumentPosition(node) & 4 /* following */) after = says & sides;
    }
  }
  return { links, prose, after };
}

const sides = bit.login | bit.signup;
const apart = bit.forgot | bit.remember | bit.provider;
const unread = /^(SCRIPT|STYLE|NOSCRIPT|OPTION|TEXTAREA)$/;

/** The form and a little around it; without a form, the smallest element that holds all fields. */
function placeOf({ form, fields }: Section): Element | null {
  let place: Element | null = form ?? fields[0]?.element ?? null;
  const last = fields.at(-1)?.element ?? null;
  while (place && !holds(place, last)) place = composedParent(place);
  for (let up = 0; up < 2; up++) {
    const parent = place && composedParent(place);
    if (!parent || parent instanceof HTMLBodyElement) break;
    if (allIn(parent, 'input:not([type=hidden])').length > fields.length + 3) break;
    place = parent;
  }
  return place;
}
