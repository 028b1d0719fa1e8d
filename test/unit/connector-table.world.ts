import type { Passwork } from '../../src/passwork/index.ts';

/** Things of the demo company that every user may look at, by the names that stand in the manual. */
export type Places = {
  readonly vaultId: string;
  readonly ownVaultId: string;
  readonly itemId: string;
  readonly shortcutId: string;
  readonly inboxId: string;
};

export type World = {
  readonly passwork: Passwork;
  /** One more session of the same user. */
  readonly signIn: () => Promise<Passwork>;
  /** Access tokens are old from now on. */
  readonly expire: () => void;
  readonly places: Places;
};

export async function findPlaces(passwork: Passwork): Promise<Places> {
  const vaults = await passwork.vaults();
  const idOf = (kind: 'company' | 'private') =>
    required(vaults.find((one) => one.kind === kind)).id;
  const contents = await Promise.all(
    vaults.map(({ id }) => passwork.vaultContent(id).catch(() => null)),
  );
  const items = contents.flatMap((content) => content?.items ?? []);
  const vaultId = idOf('company');
  const attachments = [{ name: 'key.pem', bytes: new Uint8Array([0, 128, 255]) }];
  const urls = ['https://table.example/login'];
  const fields = { name: 'Table of methods', login: 'me', password: 'secret', tags: ['table'] };
  const itemId = await passwork.addItem({ vaultId, ...fields, urls, colour: 2, attachments });
  // On Passwork 7 it can be made; on the others it lies there already.
  const row = items.find(({ shortcutId }) => shortcutId !== null);
  const inboxId = required((await passwork.inbox())[0]).id;
  const shortcutId = required(row?.shortcutId);
  return { vaultId, ownVaultId: idOf('private'), itemId, shortcutId, inboxId };
}

export function required<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the demo company lacks something');
  return value;
}
