/** The settings, and what the organisation prescribes. */
import { nothing } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type { SettingsCalls } from '../../../protocol/settings-calls.ts';
import { managedKeys } from '../../policy.ts';
import type { SettingsService } from '../../settings.ts';
import { settingsParser } from '../../settings-parsers.ts';

export const settingsCallParsers: Parsers<SettingsCalls> = {
  settings: nothing,
  managed: nothing,
  saveSettings: settingsParser,
};

export function createSettingsHandlers(
  settings: SettingsService,
): Handlers<SettingsCalls, OwnSender> {
  return {
    settings: () => settings.get(),
    async managed() {
      const policy = await settings.policy();
      const { servers = [], pinAllowed = true, revealAllowed = true } = policy;
      const { generatedPasswords = null } = policy;
      const keys = managedKeys(policy);
      return { settings: keys, servers, pinAllowed, revealAllowed, generatedPasswords };
    },
    saveSettings: (chosen) => settings.save(chosen),
  };
}
