/** Unwrapping a vault's key is dear (RSA on Passwork 7), so it happens once a session, however many items open. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { decryptRsa } from '../../src/crypto/rsa.ts';
import { decryptText } from '../../src/crypto/text-cipher.ts';
import { connect, type Passwork } from '../../src/passwork/index.ts';
import { startServer, startV7Server } from '../server/start.ts';

vi.mock('../../src/crypto/rsa.ts', { spy: true });
vi.mock('../../src/crypto/text-cipher.ts', { spy: true });

const limits = { minIterations: 1_000 };

async function openAll(passwork: Passwork, vaultId: string): Promise<number> {
  const rows = await passwork.items({ vaultId });
  const ids = rows.filter(({ shortcutId }) => shortcutId === null).map(({ id }) => id);
  vi.clearAllMocks();
  const results = [...(await passwork.openItems(ids)), ...(await passwork.openItems(ids))];
  return results.filter((one) => 'item' in one && one.item.passwordUnreadable === undefined).length;
}

async function companyVault(passwork: Passwork): Promise<string> {
  return (await passwork.vaults()).find(({ kind }) => kind === 'company')?.id ?? '';
}

test('on v4 each wrapping of a vault is opened once', async () => {
  const server = await startServer({ iterations: 1_000 });
  onTestFinished(() => server.close());
  const { host, apiKey, masterPassword } = server.v4;
  const options = { host, credential: { apiKey }, masterPassword: masterPassword ?? '', limits };
  const passwork = await connect(options);
  const vaultId = await companyVault(passwork);
  const vault = Object(await passwork.ask({ path: ['vaults', vaultId] }));
  expect(await openAll(passwork, vaultId)).toBeGreaterThan(10);
  const opened = vi.mocked(decryptText).mock.calls.map(([sealed]) => sealed);
  expect(opened.filter((sealed) => sealed === vault.domainMaster)).toHaveLength(1);
  expect(opened.filter((sealed) => sealed === vault.vaultPasswordCrypted)).toHaveLength(1);
});

test('on v7 a vault costs one RSA operation', async () => {
  const server = await startV7Server({ iterations: 1_000 });
  onTestFinished(() => server.close());
  const { host, accessToken, refreshToken, masterPassword } = server.v7;
  const credential = { accessToken, refreshToken };
  const options = { host, credential, masterPassword: masterPassword ?? '', limits };
  const passwork = await connect(options);
  const vaultId = await companyVault(passwork);
  expect(await openAll(passwork, vaultId)).toBeGreaterThan(10);
  expect(vi.mocked(decryptRsa)).toHaveBeenCalledTimes(1);
});
