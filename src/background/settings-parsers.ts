/** What a setting may be, by its key. */
import { type KeyMap, keyActs, type Settings } from '../model/settings.ts';
import { flag, integer, invalid, type Parser, record, text } from '../protocol/parse.ts';

const key: Parser<string> = (value) => {
  const typed = text(5)(value);
  return typed !== invalid && /^([a-z0-9]|Enter)$/.test(typed) ? typed : invalid;
};

const someKeys = record<KeyMap>({
  fill: key,
  'open-and-fill': key,
  'copy-password': key,
  'copy-login': key,
  'copy-code': key,
  lock: key,
});

/** What was chosen before there was a key to open and fill gets one that is free. */
function withEveryAct(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'open-and-fill' in value) return value;
  const taken: unknown[] = Object.values(value);
  const free = ['g', 'o', 'j', 'k', 'm', 'u'].find((each) => !taken.includes(each));
  return { ...value, 'open-and-fill': free };
}

/** A key does one thing. */
const keys: Parser<KeyMap> = (value) => {
  const parsed = someKeys(withEveryAct(value));
  if (parsed === invalid) return invalid;
  return new Set(Object.values(parsed)).size === keyActs.length ? parsed : invalid;
};

export const settingsParsers: { readonly [K in keyof Settings]: Parser<Settings[K]> } = {
  lockAfterMinutes: integer(0, 7 * 24 * 60),
  lockIdleMinutes: integer(0, 240),
  lockWithScreen: flag,
  lockWithLastWindow: flag,
  clipboardSeconds: integer(0, 3_600),
  offerInPage: flag,
  copyCodeAfterFill: flag,
  answerChallenges: flag,
  keys,
  offerToSave: flag,
  badgeMatches: flag,
  omniboxSearch: flag,
  notifyInbox: flag,
};

export const settingsParser = record<Settings>(settingsParsers);
