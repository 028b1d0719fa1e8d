import { garble } from './demo/seal.ts';
import type { Faults } from './http/faults.ts';
import type { Listener } from './http/listener.ts';
import type { LoggedRequest, RequestLog } from './http/request-log.ts';
import { isJsonObject } from './state/json.ts';
import type { Sessions } from './state/session.ts';
import { type Item, openSealed, type Sealed, type State, type Vault } from './state/state.ts';

export type SealedPart = 'password' | 'key' | 'field' | 'attachment-key' | 'attachment-data';

export type Control = {
  /** Access tokens are old from now on; they can be renewed. */
  expireTokens(): void;
  /** Every session ends; none can be renewed. */
  revokeSessions(): void;
  /** Replaces all faults, `''` for none. The line is explained in `http/fault-spec.ts`. */
  setFaults(spec: string): void;
  /** Milliseconds added to every answer. */
  setLatency(milliseconds: number): void;
  /** Nobody listens until `comeUp`, which takes the same port. */
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
  findItem(name: string): Item;
  findVault(name: string): Vault;
  /** Changes the stored ciphertexts of an item behind the back of every client. */
  mutate(itemId: string, change: (sealed: Sealed) => Sealed): void;
  /** Damages one stored ciphertext: of several fields or files, the first. */
  garble(itemId: string, part: SealedPart): void;
};

export type ControlParts = {
  readonly state: State;
  readonly sessions: Sessions;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly listener: Listener;
  readonly setLatency: (milliseconds: number) => void;
};

/** What tests do to a running server from outside the protocol. */
export function createControl(parts: ControlParts): Control {
  const { state, sessions, faults, log, listener } = parts;
  const mutate: Control['mutate'] = (itemId, change) => {
    const item = required(state.items.get(itemId), 'item');
    item.sealed = change(openSealed(item));
  };
  return {
    expireTokens: () => sessions.expire(),
    revokeSessions: () => sessions.revoke(),
    setFaults: (spec) => faults.set(spec),
    setLatency: parts.setLatency,
    goDown: () => listener.goDown(),
    comeUp: () => listener.comeUp(),
    requests: () => log.all(),
    clearRequests: () => log.clear(),
    findItem: (name) => byName(state.items, name),
    findVault: (name) => byName(state.vaults, name),
    mutate,
    garble: (itemId, part) => mutate(itemId, (sealed) => garblePart(sealed, part)),
  };
}

function byName<T extends { name: string | null }>(all: ReadonlyMap<string, T>, name: string): T {
  return required(
    [...all.values()].find((each) => each.name === name),
    name,
  );
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the server has no ${what}`);
  return value;
}

/** One damaged ciphertext; the rest of the item stays whole, as after a bad write. */
function garblePart(sealed: Sealed, part: SealedPart): Sealed {
  const [field, ...fields] = sealed.fields ?? [];
  const [file, ...files] = sealed.attachments ?? [];
  switch (part) {
    case 'password':
      return { ...sealed, password: garble(required(sealed.password ?? undefined, 'password')) };
    case 'key':
      return { ...sealed, key: garble(required(sealed.key ?? undefined, 'key')) };
    case 'field': {
      if (!isJsonObject(field)) throw new Error('the item has no field');
      const value = garble(String(field.value));
      return { ...sealed, fields: [{ ...field, value }, ...fields] };
    }
    case 'attachment-key': {
      const first = required(file, 'attachment');
      const encryptedKey = garble(String(first.encryptedKey));
      return { ...sealed, attachments: [{ ...first, encryptedKey }, ...files] };
    }
    case 'attachment-data': {
      const first = required(file, 'attachment');
      const encryptedData = garble(first.encryptedData);
      return { ...sealed, attachments: [{ ...first, encryptedData }, ...files] };
    }
  }
}
