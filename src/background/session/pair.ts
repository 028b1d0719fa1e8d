/**
 * The tokens of a Passwork 7 as they lie on the disk. Each renewal ends the pair before it, so the newest lies there
 * before it is used: under the key of the account's records, which is sealed under the user's secret once and stays.
 */
import type { Tokens } from '../../passwork/index.ts';
import type { RecordStore } from '../accounts/records.ts';
import { createRecords } from '../accounts/records.ts';
import { parseTokens } from './saved-session.ts';

export type PairStore = {
  keep(recordKey: string, tokens: Tokens): Promise<void>;
  /** Null where there are none that the key opens. */
  read(recordKey: string): Promise<Tokens | null>;
};

export function createPairStore(store: RecordStore): PairStore {
  const recordsOf = (recordKey: string) => createRecords({ get: async () => recordKey }, store);
  return {
    keep: (recordKey, tokens) => recordsOf(recordKey).write('tokens', JSON.stringify(tokens)),
    read: async (recordKey) => parseTokens(await recordsOf(recordKey).read('tokens')),
  };
}
