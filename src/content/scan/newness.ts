import { composedParent } from './composed-tree.ts';
import type { Field } from './field.ts';
import { bit, type Concepts, conceptsIn } from './lexicon.ts';
import type { Section } from './section.ts';

/**
 * The signals for a new password (sign-up, reset) and, below zero, for a stored one (login), with their weights.
 * docs/detection.md explains each.
 */
const weight = {
  bias: -1.5,
  tokenNew: 3,
  tokenCurrent: -3,
  fresh: 2,
  own: 2,
  two: 3,
  repeated: 4,
  submit: 4,
  onlyReset: 2,
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
const clear = 5;

/** 1 for a sign-up, -1 for a login, 0 where both are named or none. */
const side = (says: Concepts): number => (says & bit.signup ? 1 : 0) - (says & bit.login ? 1 : 0);

/** Above zero where the passwords of a section are new ones. */
export function newness(section: Section, passwords: readonly Field[]): number {
  const { fields, submit, headings, boxes, aids } = section;
  let score = weight.bias;
  let said = 0;
  for (const { token, says } of passwords) {
    said |= says;
    if (token === 'new-password') score += weight.tokenNew;
    else if (token === 'current-password') score += weight.tokenCurrent;
  }
  if (said & bit.fresh) score += weight.fresh;
  score += weight.own * side(said);
  if (passwords.length > 1) score += said & bit.again ? weight.two + weight.repeated : weight.two;

  let users = 0;
  let emails = 0;
  let persons = 0;
  for (const { password, visible, says } of fields) {
    if (password || !visible) continue;
    const email = says & bit.email;
    if (email) emails++;
    else if (says & bit.person) persons++;
    if (says & bit.user && !email) users++;
    if (says & bit.fresh) score += weight.userFresh;
    if (email && says & bit.again) score += weight.emailAgain;
  }
  score += weight.person * Math.min(persons, 2);
  if (users && emails) score += weight.userAndEmail;

  score += weight.submit * side(submit);
  score += weight.heading * side(headings);
  if (!submit && aids) score += weight.onlyReset;
  if (boxes & bit.remember) score += weight.remember;
  if ((boxes | submit) & bit.terms) score += weight.terms;
  // What is still to be read costs more and would not turn this round.
  if (Math.abs(score) > clear) return score;

  score += weight.form * side(formSays(section));
  score += weight.title * side(titleSays(section));
  const links = submit ? linksSay(section) | aids : linksSay(section);
  if (links & (bit.forgot | bit.password)) score += weight.linkForgot;
  score += weight.linkOther * side(links);
  return score;
}

export const titleSays = ({ fields }: Section): Concepts =>
  conceptsIn(fields[0]?.element.ownerDocument.title ?? '');

/** What a form's own attributes speak of. A form's property may be an input of that name, so attributes are read. */
export function formSays({ form }: Section): Concepts {
  if (!form) return 0;
  let text = '';
  for (const name of ['id', 'name', 'class', 'action', 'aria-label']) {
    text += ` ${form.getAttribute(name)?.slice(0, 40) ?? ''}`;
  }
  return conceptsIn(text);
}

/** What the links beside the fields lead to: a forgotten password, or the other kind of form. */
export function linksSay(section: Section): Concepts {
  let says = 0;
  for (const link of placeOf(section)?.getElementsByTagName('a') ?? []) {
    const text = link.textContent;
    if (text && text.length < 80) says |= conceptsIn(text);
  }
  return says;
}

/** The form and a little around it; without a form, the smallest element that holds all fields. */
function placeOf({ form, fields }: Section): Element | null {
  let place: Element | null = form ?? fields[0]?.element ?? null;
  const last = fields.at(-1)?.element ?? null;
  while (place && !place.contains(last)) place = composedParent(place);
  for (let up = 0; up < 2; up++) {
    const parent = place && composedParent(place);
    if (!parent || parent.localName === 'body') break;
    if (parent.querySelectorAll('input:not([type=hidden])').length > fields.length + 3) break;
    place = parent;
  }
  return place;
}
