import type { SavedSession, Tokens, User } from '../../passwork/index.ts';
import { flag, integer, invalid, oneOf, record, text } from '../../protocol/parse.ts';

const secretText = text(20_000);

const tokensParser = record<Tokens>({
  token: secretText,
  refreshToken: secretText,
  expiresAt: integer(0, Number.MAX_SAFE_INTEGER),
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
export function parseSavedSession(json: string): SavedSession | null {
  try {
    const parsed = savedSession(JSON.parse(json));
    return parsed === invalid ? null : parsed;
  } catch {
    return null;
  }
}

/** Reads back tokens as JSON; null where it is none. */
export function parseTokens(json: string): Tokens | null {
  try {
    const parsed = tokensParser(JSON.parse(json));
    return parsed === invalid ? null : parsed;
  } catch {
    return null;
  }
}
