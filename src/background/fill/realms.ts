/**
 * Which item a person wants used wherever one server asks in the name of one realm, without being asked
 * again. It tells which sites one visits, so it lies encrypted on the disk (`accounts/records.ts`).
 */
import { AppError } from '../../model/error.ts';
import type { Realm } from '../../protocol/challenge-calls.ts';
import type { RowRef } from '../../protocol/item-calls.ts';
import { list, record, text } from '../../protocol/parse.ts';
import type { Records } from '../accounts/records.ts';
import { origin, rowFields } from '../ref-parsers.ts';
import { parseJson } from '../stored-json.ts';
import { createTurns } from '../turns.ts';

export type Realms = {
  /** Null where nothing is remembered. Throws `locked`; so do the others. */
  find(realm: Realm): Promise<RowRef | null>;
  list(): Promise<readonly Realm[]>;
  /** Takes the place of what was remembered there. */
  remember(realm: Realm, row: RowRef): Promise<void>;
  forget(realm: Realm): Promise<void>;
};

const most = 500;
/** The longest name of a realm that is told apart from others. */
export const longestRealm = 500;

const stored = list(
  record<Realm & RowRef>({ origin, realm: text(longestRealm), ...rowFields }),
  most,
);

export function createRealms(records: Records): Realms {
  const alone = createTurns();

  const read = async () => parseJson(await records.read('realms'), stored) ?? [];

  const same = (a: Realm, b: Realm) => a.origin === b.origin && a.realm === b.realm;

  /** Reading, changing and writing is one step. */
  function change(realm: Realm, added: readonly (Realm & RowRef)[]): Promise<void> {
    return alone(async () => {
      const others = (await read()).filter((each) => !same(each, realm));
      if (others.length + added.length > most) {
        throw new AppError('too-large', 'more realms than we read back');
      }
      await records.write('realms', JSON.stringify([...others, ...added]));
    });
  }

  return {
    find: async (realm) => (await read()).find((each) => same(each, realm)) ?? null,
    list: async () => (await read()).map(({ origin, realm }) => ({ origin, realm })),
    remember: ({ origin, realm }, { id, shortcutId }) =>
      change({ origin, realm }, [{ origin, realm, id, shortcutId }]),
    forget: (realm) => change(realm, []),
  };
}
