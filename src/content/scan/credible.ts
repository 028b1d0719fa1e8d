/** Types a user name or a password comes in; anything unknown reads back as `text`. */
const types = new Set(['text', 'email', 'tel', 'number', 'password', 'search', 'url']);
const searchBox = /^(q|s|query)$|search/i;

/**
 * Cheap guess whether an input could be a login field, for the watcher that runs in every frame.
 * Says yes too often, but never no to a field that `detect` labels: `detect` asks it first.
 */
export function isCredibleField(element: HTMLInputElement): boolean {
  const { type, name, id } = element;
  if (type === 'password') return true;
  if (!types.has(type)) return false;
  return (
    !searchBox.test(name) && !searchBox.test(id) && element.getAttribute('role') !== 'searchbox'
  );
}
