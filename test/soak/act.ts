import type { World } from './world.ts';

export type State = 'unlocked' | 'locked';

export type Act = {
  readonly name: string;
  /** How often, beside the others. */
  readonly weight: number;
  /** Whether it can be done: with an open vault, a locked one, or either. */
  readonly when: State | 'always';
  /** Left out: whether the server is there or away. */
  readonly away?: boolean;
  /** `calm` says that the server answers and knows us, so that the act must succeed. */
  readonly run: (world: World, calm: boolean) => Promise<void>;
};
