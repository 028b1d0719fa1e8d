/**
 * Passwords that need not be asked about, because they came from the vault or went into it: as
 * fingerprints under a random key, in `storage.session`, gone with the lock. So nothing has to be opened on the
 * server, where it would stand in the audit log, to find out that a login is saved already.
 */
import { fingerprint } from '../../crypto/fingerprint.ts';
import type { StoredText } from '../../platform/storage.ts';
import { list, record, text } from '../../protocol/parse.ts';
import { newKeyText } from '../seal.ts';
import { readStored } from '../stored-json.ts';
import { createTurns } from '../turns.ts';

export type KnownPasswords = {
  /** `login` is the one that the vault has with the password, `''` where it has none. */
  note(origin: string, password: string, login: string): Promise<void>;
  /** Whether the password is known with this login, or with any where `''` is all that was typed. */
  has(origin: string, password: string, login: string): Promise<boolean>;
};

/** Three for each login. */
const most = 600;
const parser = record<{ key: string; prints: readonly string[] }>({
  key: text(100),
  prints: list(text(100), most),
});

export function createKnownPasswords(item: StoredText): KnownPasswords {
  /** Reading, changing and writing is one step. */
  const alone = createTurns();

  const read = () => readStored(item, parser, () => ({ key: newKeyText(), prints: [] }));

  return {
    note: (origin, password, login) =>
      alone(async () => {
        const { key, prints } = await read();
        const fresh = await Promise.all(
          namesKept(login).map((name) => fingerprint(key, [origin, password, name])),
        );
        const others = prints.filter((each) => !fresh.includes(each));
        await item.set(JSON.stringify({ key, prints: [...others, ...fresh].slice(-most) }));
      }),
    has: (origin, password, login) =>
      alone(async () => {
        const { key, prints } = await read();
        const asked = await Promise.all(
          namesAsked(login).map((name) => fingerprint(key, [origin, password, name])),
        );
        return asked.some((print) => prints.includes(print));
      }),
  };
}

const any = 'any';
const anybody = 'anybody';
const whole = (login: string) => `whole ${login}`;
const bare = (login: string) => `bare ${login}`;

/** Under which names a login is found: people type `marta` where the vault has `marta@norrsund.example`, and the other way round. */
function namesKept(login: string): readonly string[] {
  const name = login.toLowerCase();
  if (name === '') return [any, anybody];
  const [local = ''] = name.split('@');
  return [any, whole(name), ...(local === name ? [bare(name)] : [whole(local)])];
}

function namesAsked(login: string): readonly string[] {
  const name = login.toLowerCase();
  if (name === '') return [any];
  const [local = ''] = name.split('@');
  return [anybody, whole(name), ...(local === name ? [] : [bare(local)])];
}
