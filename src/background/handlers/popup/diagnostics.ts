/** Gathers what a bug report needs from those who know it. */
import type { Diagnostics, DiagnosticsCalls } from '../../../protocol/diagnostics-calls.ts';
import { nothing } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Failures } from '../../failures.ts';
import type { SettingsService } from '../../settings.ts';

export const diagnosticsParsers: Parsers<DiagnosticsCalls> = { diagnostics: nothing };

type Dependencies = {
  readonly accounts: Accounts;
  readonly settings: SettingsService;
  readonly failures: Failures;
};

export function createDiagnosticsHandlers(
  deps: Dependencies,
): Handlers<DiagnosticsCalls, OwnSender> {
  return {
    async diagnostics(): Promise<Diagnostics> {
      const { session, items } = await deps.accounts.active();
      const { state } = await session.state();
      const client = state === 'unlocked' ? await session.client() : null;
      return {
        session: state,
        accounts: (await deps.accounts.list()).length,
        server: client && { generation: client.generation, encrypted: client.encrypted },
        index: items.state(),
        settings: plainOnly(await deps.settings.get()),
        managed: Object.keys(await deps.settings.policy()),
        failures: await deps.failures.list(),
      };
    },
  };
}

/** Texts and lists may hold what a person typed, such as the names of sites. */
function plainOnly(settings: object): Record<string, boolean | number> {
  const plain = (value: unknown): value is boolean | number =>
    typeof value === 'boolean' || typeof value === 'number';
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => (plain(value) ? [[key, value]] : [])),
  );
}
