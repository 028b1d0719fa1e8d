/** Whether the field shows dots in place of what is in it. */
export function isMasked(input: HTMLInputElement): boolean {
  const security = getComputedStyle(input).getPropertyValue('-webkit-text-security');
  return input.type === 'password' || (security !== '' && security !== 'none');
}
