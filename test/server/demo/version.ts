/** Whether inbox entries and new items carry their own keys: since version 5.4 (section 2.6). */
export function hasItemKeys(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 5 || (major === 5 && minor >= 4);
}
