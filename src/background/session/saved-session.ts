import type { SavedSession, Tokens, User } from '../../passwork/index.ts';
import { flag, natural, oneOf, record, text } from '../../protocol/parse.ts';
import { parseJson } from '../stored-json.ts';

const secretText = text(20_000);

const tokensParser = record<Tokens>({
  token: secretText,
  refreshToken: secretText,
  expiresAt: natural,
});

const savedSession = record<SavedSession>({
  generation: oneOf('v4', 'v7'),
  base: text(2_000),
  tokens: tokensParser,
  masterKey: secretText,
  legacyHash: flag,
  keyDerivation: text(1_000),
  keyPassphrase: secretText,
  version: text(1_000),
  user: record<User>({ name: text(10_000), email: text(10_000) }),
});

/** Reads back what `Passwork.save()` gave as JSON; null where it is none. */
export const parseSavedSession = (json: string): SavedSession | null =>
  parseJson(json, savedSession);

/** Reads back tokens as JSON; null where it is none. */
export const parseTokens = (json: string): Tokens | null => parseJson(json, tokensParser);
