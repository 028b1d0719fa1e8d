/** What really lies on the server, read by a connector of its own: not by the extension under test. */
import { connect, type OpenedItem, type Passwork } from '../../../src/passwork/index.ts';
import type { RunningServer } from '../../server/start.ts';

export function connectTo({ v4 }: Pick<RunningServer, 'v4'>): Promise<Passwork> {
  const { host, apiKey, masterPassword } = v4;
  return connect({ host, credential: { apiKey }, masterPassword });
}

/** Every item of this name, opened. */
export async function itemsNamed(client: Passwork, name: string): Promise<OpenedItem[]> {
  const rows = await client.search({ query: name });
  const ids = new Set(rows.filter((row) => row.name === name).map(({ id }) => id));
  return Promise.all([...ids].map((id) => client.openItem(id)));
}

export async function itemNamed(client: Passwork, name: string): Promise<OpenedItem> {
  const [item, ...others] = await itemsNamed(client, name);
  if (item === undefined || others.length > 0) {
    throw new Error(`${others.length + (item ? 1 : 0)} items are named ${name}`);
  }
  return item;
}
