const types = ['text', 'email', 'tel', 'number', 'search', 'url'];
const search = /(^|[^a-z])(search|q$)|Search/;

/**
 * Cheap guess whether an input could be a login field, for the watcher that runs in every frame.
 * Says yes too often, but never no to a field that `detect` labels: `detect` asks it first.
 */
export function isCredibleField(element: HTMLInputElement): boolean {
  const { type, name, id, role } = element;
  if (type === 'password') return true;
  return types.includes(type) && role !== 'searchbox' && !search.test(name) && !search.test(id);
}
