/** Generated passwords at the fields of a page. What is made is random: no secret of the vault leaves. */
import { AppError } from '../../model/error.ts';
import type { StoredText } from '../../platform/storage.ts';
import { lastAttempt, longestRules, type MadeCalls } from '../../protocol/made-calls.ts';
import { flag, integer, record, text } from '../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../protocol/receiver.ts';
import type { PageSender } from '../../protocol/sender.ts';
import type { Generator } from '../generator/generator.ts';
import { readGeneratorRules } from '../generator/rules.ts';
import type { SessionState } from '../session/session.ts';

const length = integer(0, 100_000);

export const madeParsers: Parsers<MadeCalls> = {
  mayGenerate: record({ asked: flag }),
  generateFor: record({
    minLength: length,
    maxLength: length,
    rules: text(longestRules),
    attempt: integer(0, lastAttempt),
  }),
};

export type MadeDependencies = {
  readonly generator: Generator;
  /** What the person chose last. */
  readonly generatorRules: StoredText;
  readonly state: () => Promise<SessionState['state']>;
  readonly touch: () => Promise<void>;
  /** Remembers what was made for a page, unless its window is private; `again` where the page refused the last one. Throws `locked`. */
  readonly remember: (password: string, page: PageSender, again: boolean) => Promise<void>;
};

/** `mayOffer` says whether the menu may show there. */
export function createMadeHandlers(
  deps: MadeDependencies,
  mayOffer: (sender: PageSender, asked: boolean) => Promise<boolean>,
): Handlers<MadeCalls, PageSender> {
  return {
    async mayGenerate({ asked }, sender) {
      if (!(await mayOffer(sender, asked))) return { state: 'none' };
      const state = await deps.state();
      if (state === 'not-set-up') return { state: 'none' };
      return { state: state === 'locked' ? 'locked' : 'yes' };
    },
    async generateFor({ attempt, ...limits }, sender) {
      if (!(await mayOffer(sender, true))) throw new AppError('forbidden', 'not on this site');
      await deps.touch();
      const rules = await readGeneratorRules(deps.generatorRules);
      const { text } = await deps.generator.generateFor(limits, rules, attempt);
      await deps.remember(text, sender, attempt > 0);
      return { password: text };
    },
  };
}
