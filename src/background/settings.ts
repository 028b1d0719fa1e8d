/** The settings in force: the user's, overruled by the organisation's. */
import type { Policy } from '../model/policy.ts';
import { defaultSettings, type Settings } from '../model/settings.ts';
import type { StoredText } from '../platform/storage.ts';
import { invalid } from '../protocol/parse.ts';
import { inForce, parsePolicy } from './policy.ts';
import { settingsParser } from './settings-parsers.ts';

export type SettingsService = {
  get(): Promise<Settings>;
  /** Keeps the user's choice; what the organisation prescribes stays in force above it. */
  save(settings: Settings): Promise<Settings>;
  policy(): Promise<Policy>;
  /** The policy changed: reads it anew. */
  forget(): void;
};

export function createSettings(
  item: StoredText,
  readManaged: () => Promise<unknown>,
  /** What is in force may be another from now on. */
  onChange: () => void = () => undefined,
): SettingsService {
  let chosen: Promise<Settings> | null = null;
  let prescribed: Promise<Policy> | null = null;

  const service: SettingsService = {
    async get() {
      chosen ??= item.get().then(parse);
      return inForce(await chosen, await service.policy());
    },
    async save(settings) {
      await item.set(JSON.stringify(settings));
      chosen = Promise.resolve(settings);
      onChange();
      return service.get();
    },
    policy() {
      prescribed ??= readManaged().then(parsePolicy);
      return prescribed;
    },
    forget() {
      prescribed = null;
      onChange();
    },
  };
  return service;
}

/** Settings of another version may lack a key or have one too many: known keys are kept one by one. */
function parse(stored: string): Settings {
  let raw: unknown;
  try {
    raw = JSON.parse(stored);
  } catch {
    return defaultSettings;
  }
  if (typeof raw !== 'object' || raw === null) return defaultSettings;
  let settings = defaultSettings;
  for (const [key, value] of Object.entries(raw)) {
    if (!Object.hasOwn(defaultSettings, key)) continue;
    const parsed = settingsParser({ ...settings, [key]: value });
    if (parsed !== invalid) settings = parsed;
  }
  return settings;
}
