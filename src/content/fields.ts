import type { FieldLabel } from '../protocol/fill-outcome.ts';
import { destinationsOf } from './fill/destinations.ts';
import { type SpareInput, sparesAround } from './fill/spare.ts';
import { type FillTarget, labelsOf, pickAnchor, targetAround } from './fill/target.ts';
import { composedForm } from './scan/composed-tree.ts';
import { detect } from './scan/detect.ts';
import { anyRootOf } from './shadow.ts';

/**
 * Milliseconds for which a verdict stands: enough for a burst of focus changes, and no more, since
 * pages turn a login into a sign-up with the same fields.
 */
const standing = 300;

export type Login = {
  readonly target: FillTarget;
  readonly labels: readonly FieldLabel[];
  /** Other inputs of the form; looked for when they are asked for. */
  spares(): readonly SpareInput[];
  /** Origins of other places to which the form would be sent. */
  destinations(): readonly string[];
};

export type Fields = {
  /** What may be filled around this field as the page is now; null where it is none of a login. */
  around(field: HTMLInputElement): Login | null;
  /** The same, but maybe a second old. */
  recentlyAround(field: HTMLInputElement): Login | null;
  /** The boxes for a new password in the form of this field; empty where it is none of them. */
  newPasswords(field: HTMLInputElement): readonly HTMLInputElement[];
  /** What stands where a field of a login was that the page took away: one just like it, or null. */
  replacementOf(label: string, gone: HTMLInputElement): HTMLInputElement | null;
  /** The field to fill around: the focused one where that is one of a login, else the first login's. */
  best(): HTMLInputElement | null;
};

export function createFields(now: () => number): Fields {
  const verdicts = new WeakMap<HTMLInputElement, { at: number; login: Login | null }>();
  const scan = () => detect(document, anyRootOf);

  function around(field: HTMLInputElement): Login | null {
    const fields = scan();
    const anchor = fields.find(({ element }) => element === field);
    if (anchor === undefined || anchor.label === 'new-password') return null;
    const target = targetAround(anchor, fields);
    return {
      target,
      labels: labelsOf(target),
      spares: () => sparesAround(field, fields),
      destinations: () => destinationsOf(field),
    };
  }

  return {
    around,
    recentlyAround(field) {
      const known = verdicts.get(field);
      if (known && now() - known.at < standing) return known.login;
      const login = around(field);
      verdicts.set(field, { at: now(), login });
      return login;
    },
    newPasswords(field) {
      if (field.type !== 'password') return [];
      const boxes = scan().filter(({ label }) => label === 'new-password');
      if (!boxes.some(({ element }) => element === field)) return [];
      const form = composedForm(field);
      return boxes.map(({ element }) => element).filter((each) => composedForm(each) === form);
    },
    replacementOf(label, gone) {
      const alike = scan().filter((field) => field.label === label && isAlike(field.element, gone));
      return alike.length === 1 ? (alike[0]?.element ?? null) : null;
    },
    best: () => pickAnchor(scan())?.element ?? null,
  };
}

const isAlike = (one: HTMLInputElement, other: HTMLInputElement): boolean =>
  one.type === other.type && one.name === other.name && one.id === other.id;
