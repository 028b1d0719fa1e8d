import * as bit from './concepts.ts';
import { type Field, purposes } from './field.ts';
import { newness } from './newness.ts';
import type { Section } from './section.ts';
import { afterSays, aroundSays, formSays, linksSay, titleSays } from './surroundings.ts';

export type FieldLabel = 'username' | 'current-password' | 'new-password' | 'one-time-code';
export type DetectedField = { element: HTMLInputElement; label: FieldLabel };

/** Says what the fields of a section want; most want nothing of a password manager. */
export function labelSection(section: Section, found: DetectedField[]): void {
  const put = ({ element }: Field, label: FieldLabel) => found.push({ element, label });
  const boxes = passwordsOf(section);
  const old = oldOf(boxes);
  const fresh = boxes.length > 0 && (old !== undefined || newness(section, boxes) > 0);
  const passwords = !fresh && isSetting(section, boxes) ? [] : boxes;
  const first = passwords[0];
  const texts: Field[] = [];
  let all = 0;
  // What cannot be changed is told, not asked.
  for (const { says, element, password } of section.fields)
    if (!element.readOnly) all |= password ? says & ~identity : says;
  const free =
    !(all & bit.card) &&
    (section.sends || (!(all & bit.person) && (!first || (fresh && !(all & identity)))));
  const pin = all & bit.secret && !(all & (bit.otp | bit.code));
  const parts = free && !pin ? partsOf(section) : [];
  for (const field of section.fields) {
    if (parts.length > 0 ? parts.includes(field) : isCode(field, section, free))
      put(field, 'one-time-code');
    else if (!field.password || (isName(field) && !passwords.includes(field))) texts.push(field);
  }
  const user = !first ? stepOf(texts, section) : fresh ? undefined : userOf(texts, first, section);
  if (user) put(user, 'username');
  for (const field of passwords) {
    put(field, fresh && field !== old ? 'new-password' : 'current-password');
  }
}

const identity = bit.user | bit.email | bit.phone;

/** A lone password that is called a key, or is saved, or stands behind the name of a server or a network and no user: a machine uses it. */
function isSetting(section: Section, [only, second]: Field[]): boolean {
  const { submit, fields } = section;
  if (!only || second || only.says & bit.old || only.token.endsWith('-password')) return false;
  const key = only.says & bit.secret && !(only.says & bit.password);
  const place = (fields[0]?.says ?? 0) & bit.tenant && !fields.some(isIdentity);
  return !!(key || place || submit & bit.remember) && !(aroundSays(section) & bit.login);
}

/** The boxes that hold a password of the site: no secret of a card or a person, no code. */
function passwordsOf(section: Section): Field[] {
  const { fields } = section;
  let all: Field[] = [];
  let boxes = 0;
  let seen = false;
  for (const field of fields) {
    if (!field.password) continue;
    boxes++;
    const { maxLength } = field.element;
    // Letters of a memorable word, parts of a number, boxes of a PIN.
    if (maxLength > 0 && maxLength < 4) continue;
    if (field.says & bit.card || isCode(field, section, true)) continue;
    all.push(field);
    if (field.visible) seen = true;
  }
  if (boxes > 1) all = all.filter((field) => !(field.says & bit.secret || isName(field)));
  // More than a present, a new and a repeated one: the boxes of a PIN.
  if (all.length > 3 && !all.some(({ says }) => says & bit.password)) return [];
  return seen ? all.filter(({ visible }) => visible) : all;
}

/**
 * The boxes that take one code together, four to eight: of one letter each (or, so that a whole code can be pasted, of as
 * many as there are boxes), or with one name but for its number, where each box or what stands around them speaks of a code.
 */
function partsOf(section: Section): Field[] {
  const boxes = section.fields.filter(({ visible, password }) => visible && !password);
  const single = boxes.filter(
    ({ token, element: { maxLength } }) =>
      maxLength === 1 || maxLength === boxes.length || token === 'one-time-code',
  );
  if (single.length > 3) return single.length < 9 ? single : [];
  const quiet = boxes.length > 3 && boxes.slice(1).every(({ says }) => says === 0);
  const said = quiet ? (boxes[0]?.says ?? 0) | aroundSays(section) : 0;
  const parts = said & codes ? boxes : boxes.filter(({ says }) => says & codes);
  if (parts.length < 4 || parts.length > 8) return [];
  return new Set(parts.map(({ element }) => stemOf(element))).size === 1 ? parts : [];
}

const codes = bit.otp | bit.code | bit.cipher;

const stemOf = ({ name, id, className }: HTMLInputElement): string =>
  (name || id || className).replace(/\d+/, '');

const isIdentity = ({ says }: Field) => (says & identity) > 0;

/** A user name that is masked like a password. */
const isName = ({ says }: Field) => (says & (bit.user | bit.email)) > 0 && !(says & bit.password);

/**
 * `freely`: a mention of a code suffices; beside a password or a card a "security code" is something else. A bare "code"
 * must also be the only box, and have the length of one or a button or a heading that asks to confirm it.
 */
function isCode(field: Field, section: Section, freely: boolean): boolean {
  const { token, says, password, element } = field;
  if (says & (bit.captcha | bit.card)) return false;
  if (token === 'one-time-code')
    return !password || !(says & bit.password) || beside(field, section.fields);
  const { submit, headings, fields } = section;
  if (says & bit.secret) return false;
  // "One-time password"; masked and beside a user name it is more likely the password.
  if (says & bit.password && (!(says & bit.otp) || (password && fields.some(isIdentity))))
    return false;
  if (says & bit.otp) return true;
  if (!freely) return false;
  if (says & bit.code) return true;
  // A recovery code may be given instead.
  const alone = (other: Field) =>
    other === field || other.password || other.element.disabled || other.says & bit.secret;
  if (!fields.every(alone)) return false;
  const { maxLength, inputMode } = element;
  const sized = maxLength > 3 && maxLength < 11;
  const asks = aroundSays(section) & (bit.otp | bit.code);
  const short = sized || (submit & bit.login) > 0;
  if (!(says & bit.cipher)) return short && !password && !(says & purposes) && asks > 0;
  if (fields.some((other) => other !== field && other.password)) return true;
  if (sized && inputMode === 'numeric') return true;
  const who = password ? bit.again : bit.again | bit.login | (sized ? bit.signup : 0);
  return ((submit | headings) & who || asks) > 0;
}

/** Another password box stands beside this one. */
const beside = (field: Field, fields: Field[]): boolean =>
  fields.some((other) => other !== field && other.password && other.token !== 'one-time-code');

/** The box for the present password among those of a password change. */
function oldOf(passwords: Field[]): Field | undefined {
  if (passwords.length < 2) return;
  const olds = passwords.filter(
    ({ token, says }) => token === 'current-password' || says & bit.old,
  );
  if (olds.length === 1) return olds[0];
  const [first, second] = passwords;
  if (passwords.length > 2) return first;
  // "Password" and "New password"
  const news = bit.fresh | bit.again;
  return first && second && !(first.says & news) && (second.says & news) === bit.fresh
    ? first
    : undefined;
}

/** How much a text box looks like the user name of a login. */
function worth({ token, says }: Field): number {
  let score = 0;
  if (token === 'username' || token === 'email') score += 4;
  if (says & bit.user) score += 3;
  if (says & bit.email) score += 3;
  else if (says & bit.person) score -= 5;
  if (says & bit.phone) score += 1;
  if (says & (bit.tenant | bit.code)) score -= 3;
  if (says & bit.fresh && !(says & bit.user)) score -= 8;
  return score;
}

/** The user name that goes with a stored password: the likeliest box, rather before the password than after. */
function userOf(texts: Field[], password: Field, { fields }: Section): Field | undefined {
  const place = fields.indexOf(password);
  let best: Field | undefined;
  let most = -3;
  for (const field of texts) {
    const { says, visible } = field;
    if (says & bit.captcha || (password.visible && !visible)) continue;
    if (says & bit.search && !(says & (bit.user | bit.email))) continue;
    const after = fields.indexOf(field) > place;
    const nearest = field === texts.findLast((text) => fields.indexOf(text) < place);
    const score = worth(field) + (nearest ? 2 : 0) - (after ? 3 : 0);
    if (score > most) {
      most = score;
      best = field;
    }
  }
  return best;
}

/** The user name of a login whose password is asked for later: only where the form says that it is a login. */
function stepOf(texts: Field[], section: Section): Field | undefined {
  const [only, second] = texts.filter(
    ({ visible, says }) => visible && !(says & (bit.captcha | bit.tenant | bit.password)),
  );
  if (!only) return;
  const { headings } = section;
  const submit = section.pressed ? section.submit : afterSays(section);
  const form = formSays(section);
  const around = submit | headings | form;
  if (only.token === 'username') return around & bit.forgot ? undefined : only;
  if (second || worth(only) < 1 || only.says & (bit.search | bit.fresh | bit.again)) return;
  if (around & (bit.forgot | bit.news | bit.search)) return;
  if (headings & bit.fresh && headings & bit.password) return;
  // "Log in or sign up" is for those who have an account as well.
  const kind = [submit, headings, form].find((says) => says & (bit.login | bit.signup)) ?? 0;
  if (kind & bit.login) return only;
  if (kind || !(submit & bit.next)) return;
  const either = only.says & bit.email && only.says & bit.phone;
  const hint =
    only.says & bit.user ||
    either ||
    titleSays(section) & bit.login ||
    linksSay(section) & bit.forgot;
  return hint ? only : undefined;
}
