import { openRootOf, type ShadowRootOf } from './composed-tree.ts';
import { type Field, has } from './field.ts';
import { bit, type Concepts, conceptsIn } from './lexicon.ts';
import { type Section, sectionsBelow } from './section.ts';

export type FieldLabel = 'username' | 'current-password' | 'new-password' | 'one-time-code';
export type DetectedField = { element: HTMLInputElement; label: FieldLabel };

/**
 * Finds the login fields below `root` and says what each one wants. Reads the page and changes nothing.
 * `rootOf` lets an extension show closed shadow roots too.
 */
export function detect(
  root: Document | ShadowRoot | Element,
  rootOf: ShadowRootOf = openRootOf,
): DetectedField[] {
  return sectionsBelow(root, rootOf).flatMap(splitPairs).flatMap(labelSection);
}

function splitPairs(section: Section): Section[] {
  return [section];
}

const kindOf = (says: Concepts, strong: number): number =>
  (says & bit.signup ? strong : 0) - (says & bit.login ? strong : 0);

function attributesOf(form: Element | null): Concepts {
  if (!form) return 0;
  return conceptsIn(
    ['id', 'name', 'class', 'action', 'aria-label']
      .map((name) => form.getAttribute(name)?.slice(0, 60) ?? '')
      .join(' '),
  );
}

function linksOf(section: Section): Concepts {
  const territory: Element | null = section.form;
  if (!territory) return 0;
  let says = 0;
  for (const link of territory.querySelectorAll('a')) says |= conceptsIn(link.textContent ?? '');
  return says;
}

function newness(section: Section, passwords: Field[]): number {
  const doc = section.fields[0]?.element.ownerDocument;
  let score = -1;
  if (passwords.some((f) => f.token === 'new-password')) score += 3;
  if (passwords.some((f) => f.token === 'current-password')) score -= 3;
  if (passwords.some((f) => has(f, 'fresh'))) score += 2;
  if (passwords.length > 1) score += 3;
  if (passwords.some((f) => has(f, 'again'))) score += passwords.length > 1 ? 2 : 0.5;
  score += kindOf(section.submit || section.inner, 4);
  if (section.submit & bit.forgot) score += 2;
  const form = attributesOf(section.form);
  score += kindOf(form, 2);
  score += kindOf(section.headings, 2);
  score += kindOf(conceptsIn(doc?.title ?? ''), 1);
  const links = linksOf(section);
  if (links & bit.forgot) score -= 2;
  score -= kindOf(links, 1);
  const others = section.fields.filter((f) => !f.password && f.visible);
  const people = others.filter((f) => has(f, 'person') && !has(f, 'user', 'email')).length;
  score += Math.min(people, 2) * 1.5;
  if (
    others.some((f) => has(f, 'email') && !has(f, 'user')) &&
    others.some((f) => has(f, 'user') && !has(f, 'email'))
  )
    score += 2;
  if (others.some((f) => has(f, 'fresh'))) score += 1;
  if (others.some((f) => has(f, 'email') && has(f, 'again'))) score += 3;
  if (section.boxes & bit.remember) score -= 1.5;
  if (section.boxes & bit.terms) score += 2;
  return score;
}

const label = (field: Field, name: FieldLabel): DetectedField => ({
  element: field.element,
  label: name,
});

function isCode(field: Field, alone: boolean): boolean {
  if (has(field, 'captcha', 'card', 'secret') && field.token !== 'one-time-code') return false;
  if (field.token === 'one-time-code' && !(field.password && has(field, 'password'))) return true;
  return alone && has(field, 'code');
}

function labelSection(section: Section): DetectedField[] {
  const found: DetectedField[] = [];
  let passwords = section.fields.filter(
    (f) => f.password && !has(f, 'card') && !isCode(f, !has(f, 'password')),
  );
  const plain = passwords.filter((f) => !has(f, 'secret'));
  if (plain.length || passwords.length > 1) passwords = plain;
  if (passwords.some((f) => f.visible)) passwords = passwords.filter((f) => f.visible);

  for (const field of section.fields) {
    if (!passwords.includes(field) && isCode(field, passwords.length === 0))
      found.push(label(field, 'one-time-code'));
  }
  const taken = new Set(found.map((f) => f.element));
  const first = passwords[0];
  if (!first) {
    const user = step(
      section.fields.filter((f) => !f.password && !taken.has(f.element)),
      section,
    );
    if (user) found.push(label(user, 'username'));
    return found;
  }
  const olds = passwords.filter((f) => f.token === 'current-password' || has(f, 'old'));
  const old =
    passwords.length > 1
      ? olds.length === 1
        ? olds[0]
        : passwords.length > 2
          ? first
          : undefined
      : undefined;
  const fresh = old !== undefined || newness(section, passwords) > 0;
  for (const field of passwords) {
    found.push(label(field, fresh && field !== old ? 'new-password' : 'current-password'));
  }
  if (fresh) return found;
  const user = userOf(
    section.fields.filter((f) => !taken.has(f.element)),
    first,
  );
  if (user) found.push(label(user, 'username'));
  return found;
}

const worth = (field: Field): number => {
  let score = 0;
  if (field.token === 'username' || field.token === 'email') score += 4;
  if (has(field, 'user')) score += 3;
  if (has(field, 'email') || field.element.type === 'email') score += 3;
  if (has(field, 'phone') || field.element.type === 'tel') score += 1;
  if (has(field, 'tenant')) score -= 3;
  if (has(field, 'person') && !has(field, 'user', 'email')) score -= 4;
  if (has(field, 'code')) score -= 3;
  return score;
};

const never = ['search', 'captcha'] as const;

function userOf(fields: Field[], password: Field): Field | undefined {
  const at = fields.indexOf(password);
  let best: Field | undefined;
  let most = -1;
  fields.forEach((field, i) => {
    if (field.password || (has(field, ...never) && !has(field, 'user', 'email'))) return;
    if (field.visible !== password.visible) return;
    const score = worth(field) + (i === at - 1 ? 2 : 0) - (i > at ? 3 : 0);
    if (score > most) {
      most = score;
      best = field;
    }
  });
  return best;
}

function step(fields: Field[], section: Section): Field | undefined {
  const texts = fields.filter((f) => !has(f, 'captcha'));
  const marked = texts.find((f) => f.token === 'username');
  if (marked) return marked;
  const [only, second] = texts.filter((f) => f.visible);
  if (!only || second || worth(only) < 1 || has(only, 'search')) return;
  const form = attributesOf(section.form);
  const title = conceptsIn(only.element.ownerDocument.title);
  if (
    (section.submit | form | section.headings) &
    (bit.signup | bit.forgot | bit.news | bit.search)
  )
    return;
  if ((section.submit | form | section.headings) & bit.login) return only;
  if (section.submit & bit.next && title & bit.login) return only;
  return;
}
