import { expect, test } from 'vitest';
import { makeCompany } from '../../../bench/index-data.ts';
import { fakeVault, vaultClient } from './support/vault-client.ts';
import { worker } from './support/worker.ts';

const count = 200_000;

test('200,000 items are listed, found and matched, also by the next worker', {
  timeout: 400_000,
}, async () => {
  const company = makeCompany(count);
  const client = vaultClient(
    company.vaults.map(({ id, name }) => {
      const content = company.contents.get(id);
      return fakeVault(id, [...(content?.items ?? [])], {
        name,
        folders: [...(content?.folders ?? [])],
      });
    }),
  );
  const { items, wake } = worker(client);
  let done = false;
  const built = items.build(client).then(() => {
    done = true;
  });

  // What has come is searched while the rest is on its way.
  while (items.state().items === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  const early = await items.find({ query: 'github', page: null, offset: 0, limit: 20 });
  expect(early.rows.length).toBe(20);
  expect(done).toBe(false);

  await built;
  expect(items.state()).toMatchObject({ phase: 'ready', items: count, vaultsDone: 40 });
  const wanted = company.contents.get(company.vaults[7]?.id ?? '')?.items[123];
  const woken = wake();
  const all = await woken.find({ query: '', page: null, offset: count - 5, limit: 20 });
  expect(all).toMatchObject({ total: count });
  expect(all.rows.length).toBe(5);
  const found = await woken.find({ query: wanted?.name ?? '', page: null, offset: 0, limit: 500 });
  expect(found.rows.map(({ id }) => id)).toContain(wanted?.id);
  const page = wanted?.urls[0] ?? '';
  expect((await woken.matching(page)).map(({ id }) => id)).toContain(wanted?.id);
  expect(await woken.row(wanted?.id ?? '', null)).toMatchObject({ name: wanted?.name });
});
