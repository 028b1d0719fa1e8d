/** The user's settings: read once a life of the worker, written through. */
import { defaultSettings, type Settings } from '../model/settings.ts';
import type { StoredText } from '../platform/storage.ts';
import { flag, integer, invalid, record } from '../protocol/parse.ts';

export const settingsParser = record<Settings>({
  lockAfterMinutes: integer(0, 7 * 24 * 60),
  clipboardSeconds: integer(0, 3_600),
  offerInPage: flag,
});

export type SettingsService = {
  get(): Promise<Settings>;
  save(settings: Settings): Promise<Settings>;
};

export function createSettings(item: StoredText): SettingsService {
  let known: Settings | null = null;
  return {
    async get() {
      known ??= parse(await item.get());
      return known;
    },
    async save(settings) {
      await item.set(JSON.stringify(settings));
      known = settings;
      return settings;
    },
  };
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
