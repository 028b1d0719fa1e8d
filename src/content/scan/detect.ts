import { composedForm, inputsBelow, openRootOf, type ShadowRootOf } from './composed-tree.ts';
import { isCredibleField } from './credible.ts';

export type FieldLabel = 'username' | 'current-password' | 'new-password' | 'one-time-code';
export type DetectedField = { element: HTMLInputElement; label: FieldLabel };

const newWords = /new|confirm|repeat|again|choose|create|verify|retype/i;
const codeWords = /\botp\b|one-?time|verification-?code|2fa|totp/i;
const nameWords = /user|login|log-in|e-?mail|account|identif|\bid\b/i;
const signupWords = /sign ?up|register|create|join|registr/i;

const hintsOf = (input: HTMLInputElement) =>
  [
    input.name,
    input.id,
    input.placeholder,
    input.autocomplete,
    input.ariaLabel,
    input.labels?.[0]?.textContent,
  ].join(' ');

/**
 * Finds the login fields below `root` and says what each one wants. Reads the page and changes nothing.
 * `rootOf` lets an extension show closed shadow roots too.
 */
export function detect(
  root: Document | ShadowRoot | Element,
  rootOf: ShadowRootOf = openRootOf,
): DetectedField[] {
  const groups = new Map<Element | null, HTMLInputElement[]>();
  for (const input of inputsBelow(root, rootOf)) {
    if (!isCredibleField(input)) continue;
    const form = composedForm(input);
    groups.set(form, [...(groups.get(form) ?? []), input]);
  }
  return [...groups].flatMap(([form, inputs]) => labelGroup(form, inputs));
}

function labelGroup(form: Element | null, inputs: HTMLInputElement[]): DetectedField[] {
  const found: DetectedField[] = [];
  const passwords = inputs.filter((input) => input.type === 'password');
  const button = form?.querySelector('button, [type=submit]');
  const buttonText = `${button?.textContent} ${button?.getAttribute('value')}`;
  const signup = passwords.length > 1 || signupWords.test(buttonText);
  const first = passwords[0];
  for (const input of inputs) {
    const hints = hintsOf(input);
    if (codeWords.test(hints)) found.push({ element: input, label: 'one-time-code' });
    else if (input.type === 'password') {
      const isNew = /new-password/.test(input.autocomplete) || newWords.test(hints) || signup;
      found.push({ element: input, label: isNew ? 'new-password' : 'current-password' });
    } else if (first ? !signup : /username|webauthn/.test(input.autocomplete)) {
      if (nameWords.test(hints)) found.push({ element: input, label: 'username' });
    }
  }
  return found;
}
