/** Where the session stands, and how a person opens and ends it. */
import type { ErrorCode } from '../model/error.ts';
import type { IndexState } from './list-calls.ts';

/** Where the session stands; it decides which screen is shown. */
export type Status =
  | { readonly state: 'not-set-up' }
  | {
      readonly state: 'locked';
      readonly host: string;
      readonly user: string;
      readonly secret: UnlockSecret;
      /** Wrong PINs still allowed; null where no PIN unlocks. */
      readonly pinTries: number | null;
      /** Name of the passkey that unlocks, base64; `''` for none. */
      readonly passkey: string;
      /** Why the vault locked where it was not the user's doing, such as `session-expired`. */
      readonly reason: ErrorCode | null;
    }
  | {
      readonly state: 'unlocked';
      readonly host: string;
      readonly user: string;
      readonly index: IndexState;
    };

/** What unlocks: the master password, or a passphrase where the server has no client-side encryption. */
export type UnlockSecret = 'master-password' | 'passphrase';

export type SignInRequest = {
  readonly host: string;
  /** The access token, where the server is a Passwork 7. */
  readonly apiKey: string;
  /** Of a Passwork 7; left out for a server of API keys. */
  readonly refreshToken?: string;
  /** `''` where the organisation uses no master password. */
  readonly masterPassword: string;
  /** Unlocks later on servers without client-side encryption; `''` with a master password. */
  readonly passphrase: string;
};

export type AccountRow = {
  readonly id: string;
  readonly host: string;
  readonly user: string;
  readonly active: boolean;
};

/** What was typed at setup and shall not be lost when the popup closes; never the master password. */
export type SetupDraft = {
  readonly host: string;
  readonly apiKey: string;
  /** `''` for a server of API keys. */
  readonly refreshToken: string;
};

/** Who answers at an address. */
export type ServerFound = {
  readonly generation: 'v4' | 'v7';
  /** Such as `6.3.0`; `''` where the server does not tell. */
  readonly version: string;
};

/** Why nobody answers at an address, as far as the browser tells. */
export type Unreachable =
  | 'unknown-name' // no such name in the DNS
  | 'untrusted-certificate' // TLS that the browser does not accept
  | 'closed' // the machine is there, and nobody listens
  | 'no-network'
  | 'unclear';

export type SessionCalls = {
  status(request: Record<string, never>): Status;
  setupDraft(request: Record<string, never>): SetupDraft;
  saveSetupDraft(request: SetupDraft): null;
  /** Who answers at the address; no credential is part of the question. */
  probe(request: { readonly host: string }): ServerFound;
  /** Loads the address in a tab for a moment, because only a page is told why it does not load. */
  explainHost(request: { readonly host: string }): { readonly reason: Unreachable };
  /** Probes the host, signs in, and starts the index; the account is added and in use from then on. */
  signIn(request: SignInRequest): Status;
  unlock(request: { readonly secret: string }): Status;
  unlockWithPin(request: { readonly pin: string }): Status;
  unlockWithPasskey(request: { readonly secret: string }): Status;
  /** Whether a PIN is set for this run of the browser. */
  pin(request: Record<string, never>): { readonly set: boolean };
  /** Sets a PIN of six characters or more; `''` takes it away. */
  savePin(request: { readonly pin: string }): { readonly set: boolean };
  passkey(request: Record<string, never>): { readonly set: boolean };
  /** `secret` is what the authenticator derives (WebAuthn PRF), base64; `''` takes the passkey away. */
  savePasskey(request: { readonly credential: string; readonly secret: string }): {
    readonly set: boolean;
  };
  accounts(request: Record<string, never>): readonly AccountRow[];
  /** Shows another account; the one before stays as it is. */
  switchAccount(request: { readonly id: string }): Status;
  /** Locks all accounts. */
  lock(request: Record<string, never>): Status;
  /** Forgets the account in use on this device. */
  signOut(request: Record<string, never>): Status;
};
