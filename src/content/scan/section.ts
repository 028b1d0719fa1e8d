import { composedForm, findAll, type ShadowRootOf } from './composed-tree.ts';
import { isCredibleField } from './credible.ts';
import { type Field, readField } from './field.ts';
import { bit, type Concepts, conceptsIn } from './lexicon.ts';
import { isRendered } from './visibility.ts';

/** Fields that are filled and sent together, with what is written around them. */
export type Section = {
  readonly form: HTMLFormElement | null;
  fields: Field[];
  /** The last headings before the fields and those among them. */
  headings: Concepts;
  /** The button that sends the fields: the first after them that names an action, else the first. */
  submit: Concepts;
  /** Buttons among the fields. */
  inner: Concepts;
  /** Checkboxes: staying signed in, terms. */
  boxes: Concepts;
  /** Buttons that help with a forgotten password. */
  aids: Concepts;
  closed: boolean;
};

const landmarks = 'input,button,h1,h2,h3,h4,legend,[role=button],[role=heading]';
const actions = bit.login | bit.signup | bit.search | bit.news;
/** "Sign in with Google" tells nothing of the fields beside it. */
const provider = /google|facebook|apple|twitter|microsoft|linkedin|github|passkey|\bsso\b|\bqr\b/i;

/**
 * The fields below `root` cut into sections: by form, and within a form (or outside of any) by the buttons that name an
 * action. So a form round a whole page falls apart into search, login and newsletter.
 */
export function sectionsBelow(
  root: Document | ShadowRoot | Element,
  rootOf: ShadowRootOf,
): Section[] {
  const sections: Section[] = [];
  const open = new Map<HTMLFormElement | null, Section>();
  let before = 0;
  let last = 0;
  for (const element of findAll(root, landmarks, rootOf)) {
    const form = composedForm(element);
    let section = open.get(form);
    const input = element instanceof HTMLInputElement ? element : undefined;
    if (input && isCredibleField(input)) {
      const field = readField(input);
      if (!field) continue;
      if (!section || section.closed) {
        section = {
          form,
          fields: [],
          headings: before,
          submit: 0,
          inner: 0,
          boxes: 0,
          aids: 0,
          closed: false,
        };
        before = last = 0;
        open.set(form, section);
        sections.push(section);
      }
      section.inner |= section.submit;
      section.submit = 0;
      section.fields.push(field);
    } else if (input?.type === 'checkbox') {
      if (section)
        section.boxes |= conceptsIn(`${input.name} ${input.id} ${input.labels?.[0]?.textContent}`);
    } else if (/^(h\d|legend)$/.test(element.localName) || element.role === 'heading') {
      const says = conceptsIn(element.textContent);
      if (form && section && !section.closed) section.headings |= says;
      else {
        before = last | says;
        last = says;
      }
    } else if (
      section &&
      (!input || /submit|image|button/.test(input.type)) &&
      isRendered(element)
    ) {
      const text = textOf(element);
      if (provider.test(text)) continue;
      const says = conceptsIn(text);
      if (says & bit.forgot) section.aids |= says;
      else if (!(section.submit & actions) && (!section.submit || says & (actions | bit.next)))
        section.submit = says;
      if (says & actions) section.closed = true;
    }
  }
  return sections;
}

const textOf = (button: Element): string =>
  button.textContent?.trim() ||
  ['value', 'aria-label', 'title', 'alt', 'name', 'id']
    .map((name) => button.getAttribute(name))
    .join(' ');

/** Two logins in one section, as the tabs of a page without a form: user, password, user, password. */
export function splitPairs(section: Section): Section[] {
  const { fields } = section;
  for (let i = 1; i + 1 < fields.length; i++) {
    const [before, at, after] = [fields[i - 1], fields[i], fields[i + 1]];
    if (!before?.password || at?.password || !after?.password) continue;
    if (at && at.says & (bit.user | bit.email | bit.phone) && !(after.says & bit.again)) {
      return [
        { ...section, fields: fields.slice(0, i) },
        ...splitPairs({ ...section, fields: fields.slice(i) }),
      ];
    }
  }
  return [section];
}
