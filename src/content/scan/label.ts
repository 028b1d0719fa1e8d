import type { Field } from './field.ts';
import { bit } from './lexicon.ts';
import { formSays, linksSay, newness, titleSays } from './newness.ts';
import type { Section } from './section.ts';

export type FieldLabel = 'username' | 'current-password' | 'new-password' | 'one-time-code';
export type DetectedField = { element: HTMLInputElement; label: FieldLabel };

const { user, email, phone, person, card, secret, captcha, search, code, password, tenant } = bit;

export function labelSection(section: Section): DetectedField[] {
  const found: DetectedField[] = [];
  const put = (field: Field | undefined, label: FieldLabel) => {
    if (field) found.push({ element: field.element, label });
  };
  const passwords = passwordsOf(section);
  const texts: Field[] = [];
  const paying = section.fields.some((field) => field.says & card);
  for (const field of section.fields) {
    if (passwords.includes(field)) continue;
    if (isCode(field, passwords.length > 0 || paying)) put(field, 'one-time-code');
    else if (!field.password) texts.push(field);
  }
  const first = passwords[0];
  if (!first) {
    if (!found.length) put(stepOf(section, texts), 'username');
    return found;
  }
  const old = oldOf(passwords);
  const fresh = old || newness(section, passwords) > 0;
  for (const field of passwords)
    put(field, fresh && field !== old ? 'new-password' : 'current-password');
  if (!fresh) put(userOf(texts, first, section), 'username');
  return found;
}

/** The password boxes that hold a password of the site: no card's or bank's secret, no code. */
function passwordsOf(section: Section): Field[] {
  let all = section.fields.filter(
    (field) => field.password && !(field.says & card) && !isCode(field, false),
  );
  const plain = all.filter((field) => !(field.says & secret));
  // A PIN on its own is the password.
  if (plain.length || all.length > 1) all = plain;
  // More than a present, a new and a repeated one: the boxes of a PIN.
  if (all.length > 3 && !all.some((field) => field.says & password)) all = [];
  const seen = all.filter((field) => field.visible);
  return seen.length ? seen : all;
}

function isCode(field: Field, besidePassword: boolean): boolean {
  if (field.says & (captcha | card)) return false;
  if (field.token === 'one-time-code') return !(field.password && field.says & password);
  return !besidePassword && (field.says & code) > 0 && !(field.says & (secret | password));
}

/** The box for the present password among those of a password change. */
function oldOf(passwords: Field[]): Field | undefined {
  if (passwords.length < 2) return undefined;
  const olds = passwords.filter(
    (field) => field.token === 'current-password' || field.says & bit.old,
  );
  if (olds.length === 1) return olds[0];
  return passwords.length > 2 ? passwords[0] : undefined;
}

/** How much a text box looks like the user name of a login. */
function worth(field: Field): number {
  const { says, element } = field;
  let score = 0;
  if (field.token === 'username' || field.token === 'email') score += 4;
  if (says & user) score += 3;
  if (says & email || element.type === 'email') score += 3;
  if (says & phone || element.type === 'tel') score += 1;
  if (says & tenant) score -= 3;
  if (says & person && !(says & email)) score -= 5;
  if (says & code) score -= 3;
  return score;
}

function userOf(texts: Field[], first: Field, section: Section): Field | undefined {
  const before = section.fields
    .slice(0, section.fields.indexOf(first))
    .filter((field) => texts.includes(field));
  let best: Field | undefined;
  let most = -3;
  for (const field of texts) {
    if (
      (first.visible && !field.visible) ||
      field.says & captcha ||
      (field.says & search && !(field.says & (user | email)))
    )
      continue;
    const score =
      worth(field) + (field === before.at(-1) ? 2 : 0) - (before.includes(field) ? 0 : 3);
    if (score > most) {
      most = score;
      best = field;
    }
  }
  return best;
}

/** The user name of a login whose password is asked for later: only where the form says that it is a login. */
function stepOf(section: Section, texts: Field[]): Field | undefined {
  const [only, second] = texts.filter((field) => field.visible && !(field.says & captcha));
  if (!only) return;
  if (only.token === 'username') return only;
  if (second || worth(only) < 1 || only.says & (search | bit.fresh | bit.again)) return;
  const around = section.submit | formSays(section) | section.headings;
  if (around & (bit.signup | bit.forgot | bit.news | search)) return;
  if (around & bit.login) return only;
  if (!(section.submit & bit.next)) return;
  const hints =
    titleSays(section) & bit.login || linksSay(section) & bit.forgot || only.says & user;
  return hints ? only : undefined;
}
