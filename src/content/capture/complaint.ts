import { allIn } from '../scan/page-proof.ts';

/** The words of alerts that are in view, those that praise left out. */
export function alertsInView(): readonly string[] {
  return textsOf('[role=alert]:not([class*=success i], [class*=info i])');
}

/** Whether a form, or the document around it, says that something is wrong with what was typed. `said` was there before. */
export function complains(form: HTMLFormElement | null, said: readonly string[]): boolean {
  if (allIn(form ?? document, '[aria-invalid=true], :user-invalid').length > 0) return true;
  return alertsInView().some((text) => !said.includes(text));
}

/** The same by the looks of it, for a document that has just come: there is no word for it in the markup of most. */
export function looksWrong(): boolean {
  return complains(null, []) || textsOf('[class*=error i], [class*=invalid i]').length > 0;
}

const textsOf = (selector: string): string[] =>
  [...allIn(document, selector)]
    .filter((each) => each.checkVisibility())
    .map((each) => each.textContent?.trim() ?? '')
    .filter((text) => text !== '');
