/** What the organisation prescribes, read from the browser's managed storage. */
import { type Complexity, generatorLimits } from '../model/generator.ts';
import type { Policy } from '../model/policy.ts';
import { defaultSettings, type Settings } from '../model/settings.ts';
import { flag, integer, invalid, list, type Parser, record, text } from '../protocol/parse.ts';
import { settingsParsers } from './settings-parsers.ts';

const hosts = list(text(500), 1_000);

const parsers: { readonly [K in keyof Policy]-?: Parser<unknown> } = {
  ...settingsParsers,
  servers: hosts,
  pinAllowed: flag,
  revealAllowed: flag,
  generatedPasswords: record<Complexity>({
    minLength: integer(generatorLimits.length.min, generatorLimits.length.max),
    upper: flag,
    digits: flag,
    symbols: flag,
  }),
  fillSites: hosts,
  ignoredSites: hosts,
};

/** Keeps what is valid, key by key: one slip of an administrator does not switch off the rest. */
export function parsePolicy(raw: unknown): Policy {
  if (typeof raw !== 'object' || raw === null) return {};
  const kept = Object.entries(raw).filter(([key, value]) => {
    const parser = Object.hasOwn(parsers, key) ? parsers[key as keyof Policy] : undefined;
    return parser !== undefined && parser(value) !== invalid;
  });
  return Object.fromEntries(kept) as Policy;
}

/** The settings in force: the organisation's where it has any, else the user's. */
export function inForce(settings: Settings, policy: Policy): Settings {
  const prescribed = managedKeys(policy).map((key) => [key, policy[key]]);
  return { ...settings, ...Object.fromEntries(prescribed) };
}

/** Settings that the user cannot change. */
export function managedKeys(policy: Policy): readonly (keyof Settings)[] {
  const keys = Object.keys(defaultSettings) as (keyof Settings)[];
  return keys.filter((key) => policy[key] !== undefined);
}
