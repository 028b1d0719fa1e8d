const types = ['text', 'email', 'tel', 'number', 'search', 'url'];

/**
 * Cheap guess whether an input could be a login field, for the watcher that runs in every frame.
 * Says yes too often, but never no to a field that `detect` labels: `detect` asks it first.
 */
export function isCredibleField(element: HTMLInputElement): boolean {
  const { type, name, id, role } = element;
  if (type === 'password') return true;
  if (!types.includes(type) || role === 'searchbox' || name === 'q') return false;
  return !name.startsWith('search') && !id.startsWith('search');
}
