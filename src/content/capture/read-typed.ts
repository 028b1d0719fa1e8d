import { longestTyped, type Typed } from '../../protocol/capture-calls.ts';
import { composedForm } from '../scan/composed-tree.ts';
import type { DetectedField } from '../scan/detect.ts';

/** Which login was typed around a field, and the boxes that hold its passwords. */
export type TypedLogin = {
  readonly typed: Omit<Typed, 'generated'>;
  readonly boxes: readonly HTMLInputElement[];
};

/** Reads what stands in the login fields of the form of `anchor`; null where that is no login, or only half of one. */
export function readTyped(
  fields: readonly DetectedField[],
  anchor: HTMLInputElement,
): TypedLogin | null {
  const form = composedForm(anchor);
  const filled = fields.filter(
    ({ element }) => element.value !== '' && composedForm(element) === form,
  );
  const of = (label: DetectedField['label']) =>
    filled.filter((field) => field.label === label).map(({ element }) => element);
  const fresh = of('new-password');
  const [current] = of('current-password');
  const [chosen, repeated] = fresh;
  // Two that differ are a slip of the finger, which the page will say.
  if (chosen && repeated && chosen.value !== repeated.value) return null;
  const box = chosen ?? current;
  const username = (of('username')[0]?.value ?? nameBefore(box, form)).trim();
  const kind = chosen ? (current ? 'change' : 'new') : current ? 'login' : 'step';
  const password = box?.value ?? '';
  if (kind === 'step' && username === '') return null;
  if (username.length > longestTyped.username || password.length > longestTyped.password) {
    return null;
  }
  const boxes = [...fresh, ...(current ? [current] : [])];
  return { typed: { kind, username, password }, boxes };
}

const nameTypes = ['text', 'email', 'tel'];

/** Detection names no user of a sign-up, since nothing is filled there: it is the address, or else what stands last before the password. */
function nameBefore(box: HTMLInputElement | undefined, form: HTMLFormElement | null): string {
  if (!box) return '';
  const root = form ?? box.getRootNode();
  if (!(root instanceof Element || root instanceof Document || root instanceof ShadowRoot))
    return '';
  const before: HTMLInputElement[] = [];
  for (const input of root.querySelectorAll('input')) {
    if (input === box) break;
    if (nameTypes.includes(input.type) && input.value !== '' && input.checkVisibility()) {
      before.push(input);
    }
  }
  const named = before.findLast(({ autocomplete }) => /\busername$/.test(autocomplete));
  const mail = before.findLast(
    ({ type, value }) => type === 'email' || /^\S+@\S+\.\S+$/.test(value),
  );
  return (named ?? mail ?? before.at(-1))?.value ?? '';
}
