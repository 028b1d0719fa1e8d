import { composedParent } from './composed-tree.ts';
import type { Field } from './field.ts';
import { bit, type Concepts, conceptsIn } from './lexicon.ts';
import type { Section } from './section.ts';

/** What speaks for a new password (sign-up, reset) and, below zero, for a stored one (login). */
const weight = {
  bias: -1,
  tokenNew: 3,
  tokenCurrent: -3,
  fieldFresh: 2,
  fieldAgain: 0.5,
  twoPasswords: 3,
  twoAgain: 2,
  submit: 4,
  submitReset: 2,
  submitTerms: 2,
  form: 2,
  heading: 2,
  title: 1,
  linkForgot: -2,
  linkOther: -1,
  person: 1.5,
  userAndEmail: 2,
  userFresh: 1,
  emailAgain: 3,
  boxRemember: -1.5,
  boxTerms: 2,
};

const side = (says: Concepts): number => (says & bit.signup ? 1 : 0) - (says & bit.login ? 1 : 0);

export function newness(section: Section, passwords: readonly Field[]): number {
  let all = 0;
  let others = 0;
  let persons = 0;
  let user = false;
  let email = false;
  let score = weight.bias;
  let tokens = '';
  for (const field of passwords) {
    all |= field.says;
    tokens += `${field.token} `;
  }
  for (const field of section.fields) {
    if (field.password || !field.visible) continue;
    const { says } = field;
    others |= says;
    if (says & bit.person && !(says & bit.email)) persons++;
    else if (says & bit.email && !(says & bit.user)) {
      email = true;
      if (says & bit.again) score += weight.emailAgain;
    } else if (says & bit.user && !(says & bit.email)) user = true;
  }
  if (tokens.includes('new-password')) score += weight.tokenNew;
  if (tokens.includes('current-password')) score += weight.tokenCurrent;
  if (all & bit.fresh) score += weight.fieldFresh;
  if (all & bit.again) score += passwords.length > 1 ? weight.twoAgain : weight.fieldAgain;
  if (passwords.length > 1) score += weight.twoPasswords;
  const submit = section.submit || section.inner;
  score += weight.submit * side(submit);
  if (!submit && section.aids) score += weight.submitReset;
  if (submit & bit.terms) score += weight.submitTerms;
  score += weight.form * side(formSays(section));
  score += weight.heading * side(section.headings);
  score += weight.title * side(conceptsIn(passwords[0]?.element.ownerDocument.title ?? ''));
  const links = linksSay(section) | (submit ? section.aids : 0);
  if (links & (bit.forgot | bit.password)) score += weight.linkForgot;
  score += weight.linkOther * side(links);
  score += weight.person * Math.min(persons, 2);
  if (user && email) score += weight.userAndEmail;
  if (others & bit.fresh) score += weight.userFresh;
  if (section.boxes & bit.remember) score += weight.boxRemember;
  if (section.boxes & bit.terms) score += weight.boxTerms;
  return score;
}

/** What a form's own attributes speak of. A form's property may be an input of that name, so attributes are read. */
export function formSays({ form }: Section): Concepts {
  if (!form) return 0;
  let text = '';
  for (const name of ['id', 'name', 'class', 'action', 'aria-label'])
    text += ` ${form.getAttribute(name)?.slice(0, 40) ?? ''}`;
  return conceptsIn(text);
}

/** The form and a little around it; without a form, the smallest element that holds all fields. */
function placeOf({ form, fields }: Section): Element | null {
  let place: Element | null = form ?? fields[0]?.element ?? null;
  const last = fields.at(-1)?.element ?? null;
  while (place && !place.contains(last)) place = composedParent(place);
  for (let up = 0; up < 2; up++) {
    const parent = place && composedParent(place);
    if (
      !parent ||
      parent.localName === 'body' ||
      parent.querySelectorAll('input:not([type=hidden])').length > fields.length + 3
    )
      break;
    place = parent;
  }
  return place;
}

/** What the links inside the form lead to: a forgotten password, or the other kind of form. */
function linksSay(section: Section): Concepts {
  let says = 0;
  for (const link of placeOf(section)?.querySelectorAll('a') ?? []) {
    const text = link.textContent?.trim() ?? '';
    if (text.length < 60) says |= conceptsIn(text);
  }
  return says;
}
