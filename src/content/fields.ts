import type { FieldLabel } from '../protocol/page-calls.ts';
import { type FillTarget, labelsOf, pickAnchor, targetAround } from './fill/target.ts';
import { type DetectedField, detect } from './scan/detect.ts';
import { anyRootOf } from './shadow.ts';

/**
 * Milliseconds for which a verdict stands: enough for a burst of focus changes, and no more, since
 * pages turn a login into a sign-up with the same fields.
 */
const standing = 1000;

export type Login = { readonly target: FillTarget; readonly labels: readonly FieldLabel[] };

export type Fields = {
  /** What may be filled around this field; null where it is none of a login. */
  around(field: HTMLInputElement): Login | null;
  /** What may be filled in the page: around the focused field where that is one, else the first login. */
  best(): (Login & { readonly anchor: DetectedField }) | null;
};

export function createFields(now: () => number): Fields {
  const verdicts = new WeakMap<
    HTMLInputElement,
    { at: number; mark: string; login: Login | null }
  >();
  const scan = () => detect(document, anyRootOf);
  const loginAt = (anchor: DetectedField, fields: readonly DetectedField[]): Login => {
    const target = targetAround(anchor, fields);
    return { target, labels: labelsOf(target) };
  };
  return {
    around(field) {
      const mark = `${field.type} ${field.name} ${field.id} ${field.autocomplete}`;
      const known = verdicts.get(field);
      if (known && known.mark === mark && now() - known.at < standing) return known.login;
      const fields = scan();
      const anchor = fields.find(({ element }) => element === field);
      const login = anchor && anchor.label !== 'new-password' ? loginAt(anchor, fields) : null;
      verdicts.set(field, { at: now(), mark, login });
      return login;
    },
    best() {
      const fields = scan();
      const anchor = pickAnchor(fields);
      return anchor && { anchor, ...loginAt(anchor, fields) };
    },
  };
}
