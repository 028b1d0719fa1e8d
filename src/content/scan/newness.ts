import * as bit from './concepts.ts';
import type { Field } from './field.ts';
import type { Concepts } from './lexicon.ts';
import type { Section } from './section.ts';
import { afterSays, formSays, linksSay, proseSays, titleSays } from './surroundings.ts';
import * as weight from './weights.ts';

/** Beyond this the dearer signals are not read. */
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
  if (said & (bit.fresh | bit.rule)) score += weight.fresh;
  if (passwords.some(({ element }) => element.minLength > 5)) score += weight.minimum;
  score += weight.own * side(said);
  if (passwords.length > 1) score += said & bit.again ? weight.two + weight.repeated : weight.two;

  let users = 0;
  let emails = 0;
  let persons = 0;
  let phones = 0;
  for (const { password, visible, says } of fields) {
    if (password || !visible) continue;
    const email = says & bit.email;
    if (email) emails++;
    else if (says & bit.person) persons++;
    else if (says & bit.phone) phones++;
    if (says & bit.user && !email) users++;
    if (says & bit.fresh) score += weight.userFresh;
    if (email && says & bit.again) score += weight.emailAgain;
  }
  score += weight.person * Math.min(persons, 2);
  // No login asks for two names, nor for three ways to reach a person.
  if (persons > 1 || users + emails + phones + persons > 2) score += weight.persons;
  if (users && emails) score += weight.userAndEmail;

  // "Log in and set new password"
  const sets = submit & bit.fresh && (submit & bit.password || !side(submit));
  score += sets ? weight.submitFresh : weight.submit * side(submit);
  // "Two-factor authentication" may stand over any form.
  if (!(headings & bit.otp)) score += weight.heading * side(headings);
  const resets = bit.fresh | (passwords.length > 1 ? bit.forgot : 0);
  if (headings & resets && headings & bit.password) score += weight.headingFresh;
  if (!submit && aids) score += weight.onlyReset;
  const confirms = fields.length === 1 && !((said | headings) & (bit.fresh | bit.rule));
  if (confirms && (headings | submit) & bit.again) score += weight.confirms;
  if (boxes & bit.remember) score += weight.remember;
  if (boxes & (bit.news | bit.fresh) || (boxes | submit) & bit.terms) score += weight.terms;
  // What is still to be read costs more and would not turn this round.
  if (Math.abs(score) > clear) return score;

  score += weight.form * side(formSays(section));
  score += weight.title * side(titleSays(section));
  if (!submit) score += weight.after * side(afterSays(section));
  const links = linksSay(section);
  const prose = proseSays(section);
  const aid = links | (submit ? aids : 0);
  if (aid & (bit.forgot | bit.password) || prose & bit.forgot) score += weight.linkForgot;
  score += weight.linkOther * side(aid);
  if (links & bit.terms) score += weight.linkTerms;
  if (prose & bit.rule) score += weight.rule;
  if ((prose | links | aids) & bit.already) score += weight.already;
  return score;
}
