import { originOf } from '../../model/web-address.ts';
import { composedForm, findAll } from '../scan/composed-tree.ts';
import { anyRootOf } from '../shadow.ts';

/** More are no login; the worker takes no longer lists. */
const most = 10;

/**
 * Origins other than the page's own to which the form around a field would be sent, as its `action`
 * and the `formaction` of its buttons stand now. Empty without a form, and where a script does the sending.
 */
export function destinationsOf(field: HTMLInputElement): readonly string[] {
  const form = composedForm(field);
  if (form === null) return [];
  const buttons = findAll(document, 'button[formaction],input[formaction]', anyRootOf);
  const written = [
    // A form has its inputs as properties: one named `getAttribute` would stand in the way.
    Element.prototype.getAttribute.call(form, 'action'),
    ...buttons
      .filter((button) => composedForm(button) === form)
      .map((button) => button.getAttribute('formaction')),
  ];
  const origins = written.map((address) => originOf(address ?? '', field.baseURI));
  return [...new Set(origins)]
    .filter((origin) => origin !== null)
    .filter((origin) => origin !== location.origin)
    .slice(0, most);
}
