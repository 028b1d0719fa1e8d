/** What a person chooses, and what the organisation prescribes. */
import type { Complexity } from '../model/generator.ts';
import type { Settings } from '../model/settings.ts';

/** What the organisation prescribes, as far as a screen shows it. */
export type Managed = {
  /** Settings that cannot be changed here. */
  readonly settings: readonly (keyof Settings)[];
  /** Servers that may be used; empty where all may. */
  readonly servers: readonly string[];
  readonly pinAllowed: boolean;
  readonly revealAllowed: boolean;
  /** The least that is asked of passwords made here; null where nothing is. */
  readonly generatedPasswords: Complexity | null;
};

export type SettingsCalls = {
  settings(request: Record<string, never>): Settings;
  managed(request: Record<string, never>): Managed;
  saveSettings(request: Settings): Settings;
};
