/** The authoriser with nothing against anything, for tests of what lies behind it. */
import {
  type Authoriser,
  createAuthoriser,
  type HeldPermit,
  type HeldRef,
  type Permit,
} from '../../src/background/fill/authorise.ts';
import type { ItemRef } from '../../src/protocol/item-calls.ts';

const frame = { frameId: 0, parentFrameId: -1, documentId: '', url: 'https://a.test/' };

export const openAuthoriser: Authoriser = createAuthoriser({
  matches: async () => true,
  isOwnServer: async () => false,
  knowsAddress: async () => true,
  policy: async () => ({}),
  findFrames: async () => [frame],
});

/** The right to look at an item. */
export function permitFor(ref: ItemRef): Promise<Permit> {
  return openAuthoriser.authoriseOwn({ kind: 'own' }, 'view', ref);
}

/** The right to one use of what is no item. */
export function heldPermitFor(use: 'reveal' | 'copy', ref: HeldRef): Promise<HeldPermit> {
  return openAuthoriser.authoriseHeld({ kind: 'own' }, use, ref);
}
