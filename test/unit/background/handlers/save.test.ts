/** What the popup's answer to "save this?" does to what was opened before. */
import { expect, it } from 'vitest';
import { createSaveHandlers } from '../../../../src/background/handlers/popup/save.ts';
import { createOpenedItems } from '../../../../src/background/opened/opened-items.ts';
import { createCandidates } from '../../../../src/background/save/candidates.ts';
import { createKnownPasswords } from '../../../../src/background/save/known.ts';
import { createSaving } from '../../../../src/background/save/save.ts';
import type { Passwork } from '../../../../src/passwork/index.ts';
import { memoryText } from '../../../support/memory-text.ts';
import { openAuthoriser, permitFor } from '../../../support/permit.ts';
import { place, typed } from '../save/support.ts';

const ref = { kind: 'item', id: 'i' } as const;
const own = { kind: 'own' } as const;

function setUp() {
  const onServer = { id: 'i', vaultId: 'v', login: typed.username, password: 'of before' };
  const client = {
    openItem: async () => ({ ...onServer }),
    async editItem(_: string, changes: object) {
      Object.assign(onServer, changes);
    },
  } as unknown as Passwork;
  const use = <T>(work: (its: Passwork) => Promise<T>) => work(client);
  const opened = createOpenedItems({ use, now: () => 0, onFetched: () => undefined });
  const candidates = createCandidates(memoryText(), () => 1);
  const account = { session: { client: async () => client, touch: async () => undefined }, opened };
  const handlers = createSaveHandlers({
    accounts: { active: async () => account } as never,
    authoriser: openAuthoriser,
    saving: createSaving({
      ...{ candidates, use, known: createKnownPasswords(memoryText()) },
      judge: async () => undefined,
      tabExists: async () => true,
      showOffer: async () => undefined,
      matching: async () => [],
      readableHost: (origin) => origin,
      onWritten: async () => undefined,
      neverAsk: async () => undefined,
    }),
  });
  const offer = () =>
    candidates.change(() => [
      {
        ...place,
        ...typed,
        id: 'c',
        state: 'offered',
        left: null,
        via: null,
        at: 1,
        draft: null,
        unsure: null,
      },
    ]);
  return {
    handlers,
    offer,
    onServer,
    passwordNow: async () => (await opened.open(await permitFor(ref))).password,
  };
}

it('a fill finds the new password as soon as the item is updated', async () => {
  const { handlers, offer, passwordNow } = setUp();
  await offer();
  expect(await passwordNow()).toBe('of before');
  await handlers.updateFromTyped({ id: 'c', ref }, own);
  expect(await passwordNow()).toBe(typed.password);
});

it('an update looks at the item as it is by now', async () => {
  const { handlers, offer, onServer, passwordNow } = setUp();
  await offer();
  await passwordNow();
  // Somebody else has changed it to the very same meanwhile.
  onServer.password = typed.password;
  expect(await handlers.updateFromTyped({ id: 'c', ref }, own)).toEqual({ changed: false });
  expect(await passwordNow()).toBe(typed.password);
});
