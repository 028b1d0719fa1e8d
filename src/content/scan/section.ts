import { composedForm, findAll, type ShadowRootOf } from './composed-tree.ts';
import * as bit from './concepts.ts';
import { isCredibleField } from './credible.ts';
import { type Field, readField } from './field.ts';
import { type Concepts, conceptsIn } from './lexicon.ts';
import { spokenIn } from './spoken.ts';
import { isRendered } from './visibility.ts';

/** Fields that are filled and sent together, with what is written around them. */
export type Section = {
  readonly form: HTMLFormElement | null;
  readonly fields: Field[];
  /** The last headings before the fields and those among them. */
  headings: Concepts;
  /** The button that sends the fields: the first after them that names an action, else the first. */
  submit: Concepts;
  /** Buttons that help with a forgotten password or ask whether one has an account; they do not send the fields. */
  aids: Concepts;
  /** A button sends a code, or asks for one to be sent. */
  sends: boolean;
  /** Checkboxes: staying signed in, terms. */
  boxes: Concepts;
  /** There is a button, whatever it says, but for those of other services. */
  pressed: boolean;
  /** A button that the browser sends the form with says something: plain ones after it are no more than links. */
  sent: boolean;
  /** A button that names an action has been passed: what follows is another section. */
  closed: boolean;
};

const landmarks =
  'label,input:not([type=hidden]),button,h1,h2,h3,h4,legend,[role=button]:not(form),[role=heading]:not(form)';
const actions = bit.login | bit.signup | bit.search | bit.news;
const identity = bit.user | bit.email | bit.phone;

/** What has been met on the way through a page. */
type Way = {
  readonly sections: Section[];
  readonly open: Map<HTMLFormElement | null, Section>;
  readonly labels: ReadonlyMap<Element, string>;
  /** Read only where fields follow. */
  readonly headings: Element[];
};

/**
 * The fields below `root` cut into sections: by form, and within a form (or outside of any) by the buttons that name an
 * action. So a form round a whole page falls apart into search, login and newsletter.
 */
export function sectionsBelow(
  root: Document | ShadowRoot | Element,
  rootOf?: ShadowRootOf,
): Section[] {
  const elements = findAll(root, landmarks, rootOf);
  const way: Way = { sections: [], open: new Map(), labels: labelTexts(elements), headings: [] };
  // The step is a function of its own, and what it does there are others: what a loop holds is made into machine code.
  for (const element of elements) if (element.localName !== 'label') meet(element, way);
  return way.sections;
}

function meet(element: Element, way: Way): void {
  const form = composedForm(element);
  const section = way.open.get(form);
  const input = element instanceof HTMLInputElement ? element : null;
  if (input && isCredibleField(input)) {
    const field = readField(input, way.labels.get(input));
    if (field) addField(field, form, way);
  } else if (input?.type === 'checkbox') {
    if (section) section.boxes |= conceptsIn(`${input.name} ${way.labels.get(input)}`);
  } else if (input || element.localName === 'button' || element.role === 'button') {
    if (section && isRendered(element)) addButton(section, element);
  } else if (form && section && !section.closed) {
    section.headings |= spokenIn(element.textContent);
  } else way.headings.push(element);
}

function addField(field: Field, form: HTMLFormElement | null, way: Way): void {
  let section = way.open.get(form);
  const fields = section && beginsAgain(section.fields, field) ? section.fields.splice(-1) : [];
  // A hidden pair before the one that is seen catches what browsers fill in by themselves.
  if (section && form && fields[0]?.visible && !section.fields.some(({ visible }) => visible))
    section.fields.splice(0, section.fields.length, ...fields.splice(0));
  if (!section || section.closed || fields.length > 0) {
    section = sectionWith(fields, form);
    for (const heading of way.headings.splice(0).slice(-2))
      section.headings |= spokenIn(heading.textContent);
    way.open.set(form, section);
    way.sections.push(section);
  }
  section.fields.push(field);
}

const sectionWith = (fields: Field[], form: HTMLFormElement | null): Section => ({
  form,
  fields,
  headings: 0,
  submit: 0,
  aids: 0,
  sends: false,
  boxes: 0,
  pressed: false,
  sent: false,
  closed: false,
});

/** Labels by their input: one look at each, where `input.labels` searches the whole page for every input. */
function labelTexts(elements: Element[]): Map<Element, string> {
  const texts = new Map<Element, string>();
  for (const element of elements) {
    const input = element instanceof HTMLLabelElement && element.control;
    if (input) texts.set(input, `${texts.get(input) ?? ''} ${element.textContent}`);
  }
  return texts;
}

/** Two logins without a button between them, as the tabs of a page: user, password, user, password. */
function beginsAgain(fields: Field[], field: Field): boolean {
  const last = fields.at(-1);
  if (!last || last.password || !(last.says & identity)) return false;
  if (!field.password || field.says & (bit.again | bit.secret)) return false;
  return fields.some((before) => before.password);
}

function addButton(section: Section, button: Element): void {
  let text = button.textContent?.trim() ?? '';
  if (!text)
    for (const name of ['value', 'aria-label', 'title', 'alt'])
      text += ` ${button.getAttribute(name) ?? ''}`;
  const says = spokenIn(text);
  // "Sign in with Google" tells nothing of the fields beside it.
  if (says & bit.provider) return;
  section.pressed = true;
  if (says & (bit.code | bit.otp)) section.sends = true;
  const plain = section.sent && button.getAttribute('type') === 'button';
  // "Generate a password"
  if (plain) section.aids |= says & ~bit.password;
  else if (says & bit.forgot || text.includes('?')) section.aids |= says;
  else {
    if (says && section.form && (button as HTMLButtonElement).type === 'submit')
      section.sent = true;
    const strong = actions | bit.next;
    if (!section.submit || (says & strong && !(section.submit & strong))) section.submit = says;
    if (says & actions) section.closed = true;
  }
}
