import { composedParent } from './composed-tree.ts';
import type { Field } from './field.ts';
import { bit, type Concepts, conceptsIn } from './lexicon.ts';
import type { Section } from './section.ts';

/**
 * The signals for a new password (sign-up, reset, change) and, below zero, for a stored one (login), with their weights.
 * Each is explained in docs/detection.md.
 */
const weight = {
  bias: -1,
  tokenNew: 3,
  tokenCurrent: -3,
  fieldFresh: 2,
  fieldSide: 2,
  twoPasswords: 3,
  repeated: 4,
  submit: 4,
  submitReset: 2,
  form: 2,
  heading: 2,
  title: 1,
  linkForgot: -2,
  linkOther: -1,
  person: 1.5,
  userAndEmail: 2,
  userFresh: 1,
  emailAgain: 3,
  remember: -1.5,
  terms: 2,
};

/** 1 for a sign-up, -1 for a login, 0 where both are named or none. */
const side = (says: Concepts): number =>
  Number((says & bit.signup) > 0) - Number((says & bit.login) > 0);

/** Above zero where the passwords of a section are new ones. */
export function newness(section: Section, passwords: readonly Field[]): number {
  const { submit, headings, boxes } = section;
  const texts = section.fields.filter((field) => !field.password && field.visible);
  const some = (fields: readonly Field[], yes: Concepts, no = 0) =>
    fields.some(({ says }) => says & yes && !(says & no)) ? 1 : 0;
  const token = (name: string) => (passwords.some((field) => field.token === name) ? 1 : 0);
  const two = passwords.length > 1 ? 1 : 0;
  const links = linksSay(section) | (submit ? section.aids : 0);
  const persons = texts.filter(({ says }) => says & bit.person && !(says & bit.email)).length;
  let score = weight.bias;
  score += weight.tokenNew * token('new-password');
  score += weight.tokenCurrent * token('current-password');
  score += weight.fieldFresh * some(passwords, bit.fresh);
  score += weight.fieldSide * side(passwords.reduce((says, field) => says | field.says, 0));
  score += weight.twoPasswords * two;
  score += weight.repeated * two * some(passwords, bit.again);
  score += weight.submit * side(submit);
  score += weight.submitReset * (!submit && section.aids ? 1 : 0);
  score += weight.form * side(formSays(section));
  score += weight.heading * side(headings);
  score += weight.title * side(titleSays(section));
  score += weight.linkForgot * (links & (bit.forgot | bit.password) ? 1 : 0);
  score += weight.linkOther * side(links);
  score += weight.person * Math.min(persons, 2);
  score +=
    weight.userAndEmail * some(texts, bit.user, bit.email) * some(texts, bit.email, bit.user);
  score += weight.userFresh * some(texts, bit.fresh);
  score += weight.emailAgain * some(texts, bit.email & bit.again);
  score += weight.remember * (boxes & bit.remember ? 1 : 0);
  score += weight.terms * ((boxes | submit) & bit.terms ? 1 : 0);
  return score;
}

export const titleSays = ({ fields }: Section): Concepts =>
  conceptsIn(fields[0]?.element.ownerDocument.title ?? '');

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

/** What the links beside the fields lead to: a forgotten password, or the other kind of form. */
export function linksSay(section: Section): Concepts {
  let says = 0;
  for (const link of placeOf(section)?.querySelectorAll('a') ?? []) {
    const text = link.textContent?.trim() ?? '';
    if (text.length < 60) says |= conceptsIn(text);
  }
  return says;
}
