import { expect, test } from 'vitest';
import { summary } from './support/vault-client.ts';
import { namesFound, worker } from './support/worker.ts';

test('one vault is fetched anew, the others stay, and nothing is shown as under way', async () => {
  const { items, client, clock, wake } = worker();
  await items.build(client);
  const before = items.state();
  client.asked.length = 0;
  client.vaultList[1]?.items.push(summary({ id: 'e', vaultId: 'v2', name: 'New' }));
  client.vaultList[0]?.items.pop();
  const phases: string[] = [];
  items.onChange(() => phases.push(items.state().phase));
  clock.now += 1000;
  await items.renew(client, 'v2');
  expect(client.asked).toEqual(['v2']);
  // The other vault lost an item on the server, which nobody has asked about.
  expect(await namesFound(items, '')).toEqual([
    'Router',
    'Bank',
    'GitHub',
    'GitHub',
    'New',
    'Почта',
  ]);
  expect(new Set(phases)).toEqual(new Set(['ready']));
  expect(items.state()).toEqual({ ...before, items: 6 });
  // The next worker finds it too.
  expect(await namesFound(wake(), 'new')).toEqual(['New']);
});

test('a failure is said and changes nothing', async () => {
  const { items, client } = worker();
  await items.build(client);
  const vault = client.vaultList[1];
  if (vault !== undefined) vault.failure = 'server-error';
  await items.renew(client, 'v2');
  expect(items.state()).toMatchObject({ phase: 'ready', problem: 'server-error', items: 5 });
});

test('waits for a build that may have read the vault before the change', async () => {
  const { items, client } = worker();
  let open = () => {};
  client.gate = new Promise((resolve) => {
    open = resolve;
  });
  const building = items.build(client);
  const renewing = items.renew(client, 'v1');
  await Promise.resolve();
  open();
  await Promise.all([building, renewing]);
  expect(client.asked.toSorted()).toEqual(['v1', 'v1', 'v2']);
});
