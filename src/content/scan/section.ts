import { composedForm, itemsBelow, type ShadowRootOf } from './composed-tree.ts';
import { isCredibleField } from './credible.ts';
import { type Field, readField } from './field.ts';
import { bit, type Concepts, conceptsIn } from './lexicon.ts';

/** Fields that are filled and sent together, with what stands around them. */
export type Section = {
  readonly form: Element | null;
  readonly fields: Field[];
  /** Of the headings just before and among the fields. */
  headings: Concepts;
  /** Of the button that sends the fields. */
  submit: Concepts;
  /** Buttons before the last field. */
  inner: Concepts;
  boxes: Concepts;
  closed: boolean;
};

const actions = bit.login | bit.signup | bit.forgot | bit.search | bit.news;
const provider = /google|facebook|apple|twitter|microsoft|linkedin|github|passkey|\bsso\b|\bqr\b/i;

const textOf = (element: Element) =>
  element.textContent?.trim() ||
  ['value', 'aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? '').join(' ');

export function sectionsBelow(
  root: Document | ShadowRoot | Element,
  rootOf: ShadowRootOf,
): Section[] {
  const all: Section[] = [];
  const open = new Map<Element | null, Section>();
  let headings = 0;
  let lastHeading = 0;

  for (const element of itemsBelow(root, rootOf)) {
    const form = composedForm(element);
    let section = open.get(form);
    if (element instanceof HTMLInputElement && isCredibleField(element)) {
      const field = readField(element, form);
      if (!field) continue;
      if (!section || section.closed) {
        section = { form, fields: [], headings, submit: 0, inner: 0, boxes: 0, closed: false };
        headings = lastHeading = 0;
        open.set(form, section);
        all.push(section);
      }
      section.inner |= section.submit;
      section.submit = 0;
      section.fields.push(field);
    } else if (element instanceof HTMLInputElement && element.type === 'checkbox') {
      if (section)
        section.boxes |= conceptsIn(
          `${element.name} ${element.id} ${element.labels?.[0]?.textContent ?? ''}`,
        );
    } else if (element.localName[0] === 'h' || element.localName === 'legend') {
      const says = conceptsIn(element.textContent ?? '');
      if (form && section && !section.closed) section.headings |= says;
      else {
        headings = lastHeading | says;
        lastHeading = says;
      }
    } else if (section && element.checkVisibility({ visibilityProperty: true })) {
      const text = textOf(element);
      if (!text || provider.test(text)) continue;
      const says = conceptsIn(text);
      if (!(section.submit & actions)) section.submit = says;
      if (says & actions) section.closed = true;
    }
  }
  return all;
}
