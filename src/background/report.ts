import { type ErrorCode, errorTextKey } from '../model/error.ts';
import { createTurns } from './turns.ts';

/** Tells the outcome of an act that has no screen of its own; null is success. */
export type Report = (failure: ErrorCode | null) => Promise<void>;

export type Reports = {
  readonly report: Report;
  /** Tells that the one-time code of a filled login lies on the clipboard. */
  readonly codeCopied: () => Promise<void>;
};

/** Milliseconds for which that outlasts the tick of the fill that it belongs to. */
const together = 3_000;

/** Uses the badge over our icon: a tick, or a mark with the reason as its tooltip. */
export function createReports(deps: {
  readonly flash: (text: string, tooltip: string) => Promise<void>;
  readonly text: (key: string) => string;
  /** How often something was copied so far. */
  readonly copies: () => number;
  readonly now: () => number;
}): Reports {
  let code = { at: Number.NEGATIVE_INFINITY, copies: 0 };
  // Digits stand for the code: the icon has room for no words.
  const sayCopied = () => deps.flash('123', deps.text('reportCodeCopied'));
  // One after the other: a sign and its tooltip are set in two steps, which must not mix.
  const alone = createTurns();
  return {
    report: (failure) =>
      alone(() => {
        if (failure !== null) return deps.flash('!', deps.text(errorTextKey(failure)));
        // Another copy has taken its place: the clipboard holds no code any more.
        const stands = deps.now() - code.at < together && deps.copies() === code.copies;
        return stands ? sayCopied() : deps.flash('✓', deps.text('reportDone'));
      }),
    codeCopied: () =>
      alone(() => {
        code = { at: deps.now(), copies: deps.copies() };
        return sayCopied();
      }),
  };
}
