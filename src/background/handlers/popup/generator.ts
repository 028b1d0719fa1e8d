/** The generator's screen, and the box beside every new password. */
import type { StoredText } from '../../../platform/storage.ts';
import type { GeneratorCalls } from '../../../protocol/generator-calls.ts';
import { flag, nothing, record, text } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Clipboard } from '../../clipboard/clipboard.ts';
import type { Authoriser, HeldPermit } from '../../fill/authorise.ts';
import type { Generator } from '../../generator/generator.ts';
import { generatorRulesParser, readGeneratorRules } from '../../generator/rules.ts';
import { readableHost } from '../../items/readable-host.ts';
import { id } from '../../ref-parsers.ts';
import type { SettingsService } from '../../settings.ts';
import { unlocked } from './unlocked.ts';

export const generatorParsers: Parsers<GeneratorCalls> = {
  generatorRules: nothing,
  generate: record({ rules: generatorRulesParser }),
  keepGenerated: record({ password: text(2_000), copy: flag }),
  generatedRows: nothing,
  revealGenerated: record({ id }),
  copyGenerated: record({ id }),
  forgetGenerated: nothing,
  estimate: record({ password: text(2_000) }),
};

type Dependencies = {
  readonly accounts: Accounts;
  readonly authoriser: Authoriser;
  readonly generator: Generator;
  readonly clipboard: Clipboard;
  readonly settings: SettingsService;
  /** What was chosen last; not secret. */
  readonly generatorRules: StoredText;
};

export function createGeneratorHandlers(deps: Dependencies): Handlers<GeneratorCalls, OwnSender> {
  const { generator, accounts, authoriser } = deps;
  const kind = 'generated';

  async function put(permit: HeldPermit, password: string): Promise<number> {
    const { clipboardSeconds } = await deps.settings.get();
    await deps.clipboard.copy(permit, password, clipboardSeconds);
    return clipboardSeconds;
  }

  return {
    generatorRules: () => readGeneratorRules(deps.generatorRules),
    async generate({ rules }) {
      const generated = await generator.generate(rules);
      await deps.generatorRules.set(JSON.stringify(rules));
      return generated;
    },
    async keepGenerated({ password, copy }, sender) {
      await (await unlocked(accounts)).generated.keep(password, '');
      if (!copy) return { clearsIn: 0 };
      const permit = await authoriser.authoriseHeld(sender, 'copy', { kind, id: '' });
      return { clearsIn: await put(permit, password) };
    },
    async generatedRows() {
      const rows = await (await unlocked(accounts)).generated.list();
      return rows.map(({ id, origin, at }) => ({ id, at, site: siteOf(origin) }));
    },
    async revealGenerated({ id }, sender) {
      const { generated } = await unlocked(accounts);
      return generated.get(await authoriser.authoriseHeld(sender, 'reveal', { kind, id }));
    },
    async copyGenerated({ id }, sender) {
      const { generated } = await unlocked(accounts);
      const permit = await authoriser.authoriseHeld(sender, 'copy', { kind, id });
      return { clearsIn: await put(permit, await generated.get(permit)) };
    },
    async forgetGenerated() {
      await (await unlocked(accounts)).generated.forget();
      return null;
    },
    estimate: async ({ password }) => ({ bits: await generator.estimate(password) }),
  };
}

const siteOf = (origin: string): string =>
  origin === '' ? '' : readableHost(new URL(origin).host);
