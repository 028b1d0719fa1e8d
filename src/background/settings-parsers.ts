/** What a setting may be, by its key. */
import type { Settings } from '../model/settings.ts';
import { flag, integer, type Parser, record } from '../protocol/parse.ts';

export const settingsParsers: { readonly [K in keyof Settings]: Parser<Settings[K]> } = {
  lockAfterMinutes: integer(0, 7 * 24 * 60),
  lockWithScreen: flag,
  lockWithLastWindow: flag,
  clipboardSeconds: integer(0, 3_600),
  offerInPage: flag,
};

export const settingsParser = record<Settings>(settingsParsers);
