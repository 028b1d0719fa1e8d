/** Opening and ending the session, and what unlocks it. */

import { allowsServer } from '../../../model/policy.ts';
import { parseHost } from '../../../passwork/host.ts';
import type { StoredText } from '../../../platform/storage.ts';
import { either, nothing, record } from '../../../protocol/parse.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import type {
  ServerFound,
  SessionCalls,
  SetupDraft,
  SignInRequest,
} from '../../../protocol/session-calls.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { readStatus, serverName } from '../../accounts/status.ts';
import { id } from '../../ref-parsers.ts';
import { reasonOf } from '../../session/unreachable.ts';
import type { SettingsService } from '../../settings.ts';
import { readStored } from '../../stored-json.ts';
import { typed } from './fields.ts';
import { forbidden } from './refusal.ts';
import { unlocked } from './unlocked.ts';

const setupDraft = record<SetupDraft>({ host: typed, apiKey: typed, refreshToken: typed });

const nothingTyped: SetupDraft = { host: '', apiKey: '', refreshToken: '' };

const signInFields = { host: typed, apiKey: typed, masterPassword: typed, passphrase: typed };

export const sessionParsers: Parsers<SessionCalls> = {
  status: nothing,
  setupDraft: nothing,
  saveSetupDraft: setupDraft,
  probe: record({ host: typed }),
  explainHost: record({ host: typed }),
  signIn: either(
    record<Omit<SignInRequest, 'refreshToken'>>(signInFields),
    record<Required<SignInRequest>>({ ...signInFields, refreshToken: typed }),
  ),
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
};

type Dependencies = {
  readonly accounts: Accounts;
  readonly settings: SettingsService;
  readonly setupDraft: StoredText;
  readonly probe: (host: string) => Promise<ServerFound>;
  /** The browser's words for why a page does not load; `''` where it does. */
  readonly findLoadError: (url: string) => Promise<string>;
};

export function createSessionHandlers(deps: Dependencies): Handlers<SessionCalls, OwnSender> {
  const { accounts } = deps;

  const status = async () => readStatus(await accounts.active());

  async function refuseForeign(host: string): Promise<void> {
    if (!allowsServer(await deps.settings.policy(), host)) throw forbidden();
  }

  return {
    status,
    async setupDraft() {
      const draft = await readStored(deps.setupDraft, setupDraft, () => nothingTyped);
      const [server = ''] = (await deps.settings.policy()).servers ?? [];
      return { ...draft, host: draft.host || server };
    },
    async saveSetupDraft(draft) {
      await deps.setupDraft.set(JSON.stringify(draft));
      return null;
    },
    async probe({ host }) {
      await refuseForeign(host);
      const { generation, version } = await deps.probe(host);
      return { generation, version };
    },
    async explainHost({ host }) {
      await refuseForeign(host);
      return { reason: reasonOf(await deps.findLoadError(`${parseHost(host)}/`)) };
    },
    async signIn(request) {
      await refuseForeign(request.host);
      await accounts.signIn(request);
      await deps.setupDraft.remove();
      return status();
    },
    async unlock({ secret }) {
      await (await accounts.active()).session.unlock(secret);
      return status();
    },
    async unlockWithPin({ pin }) {
      await (await accounts.active()).session.unlockWithPin(pin);
      return status();
    },
    async unlockWithPasskey({ secret }) {
      await (await accounts.active()).session.unlockWithPasskey(secret);
      return status();
    },
    async lock() {
      await accounts.lock();
      return status();
    },
    async signOut() {
      await accounts.signOut();
      return status();
    },
    async accounts() {
      const all = await accounts.list();
      return all.map((account) => ({ ...account, host: serverName(account.host) }));
    },
    async switchAccount({ id }) {
      await accounts.switchTo(id);
      return status();
    },

    pin: async () => ({ set: (await (await accounts.active()).quick.ways()).pin }),
    async savePin({ pin }) {
      const { quick } = await unlocked(accounts);
      const { pinAllowed = true } = await deps.settings.policy();
      if (!pinAllowed && pin !== '') throw forbidden();
      await quick.setPin(pin);
      return { set: (await quick.ways()).pin };
    },
    passkey: async () => ({ set: (await (await accounts.active()).quick.ways()).passkey !== '' }),
    async savePasskey({ credential, secret }) {
      const { quick } = await unlocked(accounts);
      await quick.setPasskey(credential, secret);
      return { set: (await quick.ways()).passkey !== '' };
    },
  };
}
