/** What our own pages may say, and how long it may be. */
import {
  either,
  integer,
  invalid,
  nothing,
  nullable,
  oneOf,
  type Parser,
  record,
  text,
} from '../../protocol/parse.ts';
import type {
  FindRequest,
  ItemRef,
  Part,
  PopupCalls,
  SetupDraft,
  SignInRequest,
} from '../../protocol/popup-calls.ts';
import type { Parsers } from '../../protocol/receiver.ts';
import { settingsParser } from '../settings-parsers.ts';

const id = text(100);
const typed = text(2_000);
const index = integer(0, 10_000);
const tabId = integer(0, Number.MAX_SAFE_INTEGER);

const ref = record<ItemRef>({ kind: oneOf('item', 'shortcut', 'inbox'), id });

const part: Parser<Part> = either(
  either(
    record<{ part: 'login' | 'password' }>({ part: oneOf('login', 'password') }),
    record<{ part: 'field'; index: number }>({ part: oneOf('field'), index }),
  ),
  record<{ part: 'code'; index: number | null }>({ part: oneOf('code'), index: nullable(index) }),
);

const setupDraft = record<SetupDraft>({ host: typed, apiKey: typed });

export const popupParsers: Parsers<PopupCalls> = {
  status: nothing,
  setupDraft: nothing,
  saveSetupDraft: setupDraft,
  signIn: record<SignInRequest>({
    host: typed,
    apiKey: typed,
    masterPassword: typed,
    passphrase: typed,
  }),
  unlock: record({ secret: typed }),
  unlockWithPin: record({ pin: typed }),
  pin: nothing,
  savePin: record({ pin: typed }),
  unlockWithPasskey: record({ secret: typed }),
  passkey: nothing,
  savePasskey: record({ credential: typed, secret: typed }),
  accounts: nothing,
  switchAccount: record({ id }),
  lock: nothing,
  signOut: nothing,
  find: record<FindRequest>({
    query: text(500),
    tabId: nullable(tabId),
    offset: integer(0, 10_000_000),
    limit: integer(0, 500),
  }),
  refresh: nothing,
  inbox: nothing,
  open: record({ ref }),
  reveal: record({ ref, part }),
  copy: record({ ref, part }),
  code: record({ ref, index }),
  attachment: record({ ref, attachmentId: id }),
  fill: record({ ref, tabId }),
  openSite: record({ ref, url: text(10_000) }),
  settings: nothing,
  managed: nothing,
  saveSettings: settingsParser,
};

/** Reads back a stored draft; empty where there is none. */
export function parseSetupDraft(stored: string): SetupDraft {
  const none = { host: '', apiKey: '' };
  try {
    const parsed = setupDraft(JSON.parse(stored));
    return parsed === invalid ? none : parsed;
  } catch {
    return none;
  }
}
