/**
 * Sets one field the way a browser's own filler does, so that every framework notices: focus, a key
 * going down and pressed, the value, `input`, the key going up, `change`, and in the end `blur`.
 *
 * Runs in the isolated world: there `value` is the platform's own setter, and the value tracker that
 * React lays over it in the page's world sees a change (assigned in the page's world, it would not).
 */

/** Enters the field; false where it stays read-only even then. */
export function enterField(input: HTMLInputElement): boolean {
  if (!input.matches(':focus')) {
    let noticed = false;
    const notice = () => {
      noticed = true;
    };
    input.addEventListener('focus', notice, { capture: true, once: true });
    input.focus({ preventScroll: true });
    input.removeEventListener('focus', notice, { capture: true });
    // While our popup is open the page has no focus, and the browser tells it nothing.
    if (!noticed) {
      input.dispatchEvent(new FocusEvent('focus', { composed: true }));
      input.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    }
  }
  return !input.readOnly && !input.matches(':disabled');
}

/** Puts the text into the field and tells the page. The field must have been entered. */
export function writeValue(input: HTMLInputElement, value: string): void {
  pressKey(input, 'keydown');
  pressKey(input, 'keypress');
  assign(input, value);
  pressKey(input, 'keyup');
  // A handler that rewrites what it is given may have dropped the text on the first event.
  if (input.value !== value) assign(input, value);
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Tells the page that the field was left; the focus stays, so that Enter submits the form. */
export function leaveField(input: HTMLInputElement): void {
  input.dispatchEvent(new FocusEvent('blur', { composed: true }));
  input.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}

function assign(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.dispatchEvent(
    new InputEvent('input', {
      bubbles: true,
      composed: true,
      inputType: 'insertReplacementText',
      data: value,
    }),
  );
}

/** Listeners read `event.key` without asking, so the key has the name of one that has none. */
function pressKey(input: HTMLInputElement, type: 'keydown' | 'keypress' | 'keyup'): void {
  input.dispatchEvent(
    new KeyboardEvent(type, {
      key: 'Unidentified',
      bubbles: true,
      composed: true,
      cancelable: true,
    }),
  );
}
