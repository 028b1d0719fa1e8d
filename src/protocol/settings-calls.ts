/** What a person chooses, and what the organisation prescribes. */
import type { Settings } from '../model/settings.ts';

/** What the organisation prescribes, as far as a screen shows it. */
export type Managed = {
  /** Settings that cannot be changed here. */
  readonly settings: readonly (keyof Settings)[];
  /** Servers that may be used; empty where all may. */
  readonly servers: readonly string[];
  readonly pinAllowed: boolean;
  readonly revealAllowed: boolean;
};

export type SettingsCalls = {
  settings(request: Record<string, never>): Settings;
  managed(request: Record<string, never>): Managed;
  saveSettings(request: Settings): Settings;
};
