import type { State } from '../state/state.ts';
import type { VersionAnswer } from '../v4/env.ts';
import { buildState } from './build.ts';
import { createV4Dialect } from './dialect-v4.ts';
import type { People } from './people.ts';
import type { Plan } from './plan.ts';
import { hasItemKeys } from './version.ts';

export type V4DemoOptions = {
  readonly seed: string;
  readonly plan: Plan;
  readonly people: People;
  readonly encrypted: boolean;
  readonly items: number;
  readonly version: VersionAnswer;
};

/** The demo company as a server of that version keeps it. */
export function buildV4Demo(options: V4DemoOptions): { state: State; itemKeys: boolean } {
  const { version } = options;
  const itemKeys = hasItemKeys(typeof version === 'string' ? version : version.version);
  const legacySupport = typeof version === 'object' && version.legacySupport;
  const dialect = createV4Dialect({ ...options, itemKeys, legacySupport });
  return { state: buildState({ ...options, dialect }), itemKeys };
}
