import { longestTyped, type Typed } from '../../protocol/capture-calls.ts';
import { composedForm } from '../scan/composed-tree.ts';
import type { DetectedField } from '../scan/detect.ts';
import { inputsIn } from '../scan/page-proof.ts';

/** Which login was typed around a field, and the boxes that hold its passwords. */
export type TypedLogin = {
  readonly typed: Omit<Typed, 'generated'>;
  readonly boxes: readonly HTMLInputElement[];
  /** Boxes for passwords of other forms, which stand there whatever becomes of this one. */
  readonly others: readonly HTMLInputElement[];
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
  const username = (
    of('username')[0]?.value ?? (box ? nameBefore(box, form) : mailIn(form))
  ).trim();
  const kind = chosen ? (current ? 'change' : 'new') : current ? 'login' : 'step';
  const password = box?.value ?? '';
  if (kind === 'step' && username === '') return null;
  if (username.length > longestTyped.username || password.length > longestTyped.password) {
    return null;
  }
  const boxes = [...fresh, ...(current ? [current] : [])];
  const others = fields
    .filter(({ element, label }) => isPassword(label) && composedForm(element) !== form)
    .map(({ element }) => element);
  return { typed: { kind, username, password }, boxes, others };
}

/** A sign-up of several pages asks for the address on its first: one that stands alone may be of a login. */
function mailIn(form: HTMLFormElement | null): string {
  const mails = form === null ? [] : inputsIn(form).filter(({ type }) => type === 'email');
  const [mail, ...more] = mails.filter((each) => each.checkVisibility());
  return more.length === 0 ? (mail?.value ?? '') : '';
}

const isPassword = (label: DetectedField['label']): boolean =>
  label === 'current-password' || label === 'new-password';

const nameTypes = ['text', 'email', 'tel'];

/** Detection names no user of a sign-up, since nothing is filled there: it is the address, or else what stands last before the password. */
function nameBefore(box: HTMLInputElement, form: HTMLFormElement | null): string {
  const root = form ?? box.getRootNode();
  if (!(root instanceof Element || root instanceof Document || root instanceof ShadowRoot))
    return '';
  const before: HTMLInputElement[] = [];
  for (const input of inputsIn(root)) {
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
