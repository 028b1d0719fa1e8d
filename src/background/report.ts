import { type ErrorCode, errorTextKey } from '../model/error.ts';

/** Tells the outcome of an act that has no screen of its own; null is success. */
export type Report = (failure: ErrorCode | null) => Promise<void>;

/** Uses the badge over our icon: a tick, or a mark with the reason as its tooltip. */
export function createReport(deps: {
  readonly flash: (text: string, tooltip: string) => Promise<void>;
  readonly text: (key: string) => string;
}): Report {
  return (failure) =>
    failure === null
      ? deps.flash('✓', deps.text('reportDone'))
      : deps.flash('!', deps.text(errorTextKey(failure)));
}
