/** Moves the focus to the next or previous button, so that arrows work on every screen. */
export function stepFocus(box: HTMLElement | null, by: 1 | -1): void {
  const stops: (Element | null)[] = [...(box?.querySelectorAll('button') ?? [])];
  const at = stops.indexOf(document.activeElement);
  const next = at === -1 ? 0 : Math.min(stops.length - 1, Math.max(0, at + by));
  const stop = stops[next];
  if (stop instanceof HTMLElement) stop.focus();
}
