import { createIds, createRandom } from '../state/random.ts';
import { openSealed, type State } from '../state/state.ts';
import type { VaultType, WebAccount } from '../v7/env.ts';
import { buildState } from './build.ts';
import { createV7Dialect } from './dialect-v7.ts';
import type { People, Person } from './people.ts';
import type { Plan } from './plan.ts';

export type V7DemoOptions = {
  readonly seed: string;
  readonly plan: Plan;
  readonly people: People;
  readonly encrypted: boolean;
  readonly items: number;
  readonly manyUrls: boolean;
};

export type V7Demo = {
  readonly state: State;
  readonly vaultTypes: readonly VaultType[];
  readonly features: readonly string[];
  readonly accounts: readonly WebAccount[];
};

/** The demo company as Passwork 7 keeps it, with a past for the items that matter most. */
export function buildV7Demo(options: V7DemoOptions): V7Demo {
  const { seed, people } = options;
  const state = buildState({ ...options, dialect: createV7Dialect(options) });
  const newId = createIds(createRandom(`${seed} vault types`));
  addPast(state, people.main);
  return {
    state,
    vaultTypes: [
      { id: newId(), name: 'Company', code: 'company' },
      { id: newId(), name: 'Private', code: 'privateShared' },
    ],
    features: ['vaultType'],
    accounts: Object.values(people).map(({ id: userId, login, password, codeSecret }) => ({
      userId,
      login,
      password,
      codeSecret,
    })),
  };
}

/** Favourites had another name once. */
function addPast(state: State, { id: creatorId }: Person): void {
  for (const itemId of state.users.get(creatorId)?.favourites ?? []) {
    const item = state.items.get(itemId);
    if (!item) continue;
    const before = { ...item, name: `${item.name} (old)`, sealed: openSealed(item) };
    const createdAt = item.passwordChangedAt;
    state.history.set(itemId, [{ id: state.newId(), item: before, creatorId, createdAt }]);
  }
}
