/**
 * The connector beside the legacy way (one request after the other, crypto-js), against the embedded server of
 * API v4 in a process of its own: `node --import tsx test/bench/connector.ts`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { type ConnectOptions, connect, type Passwork } from '../../src/passwork/index.ts';
import { legacyDecrypt } from './legacy-crypto.ts';
import type { Row } from './row.ts';

const amount = 1_000;
const latency = 20;
const listed = 100_000;

export async function benchConnector(): Promise<Row[]> {
  return [await benchOpening(), ...(await benchListing())];
}

async function benchOpening(): Promise<Row> {
  const server = await serve(['--latency', String(latency)]);
  try {
    const passwork = await connect(server.options);
    const { vaultId, ids } = await fill(passwork);
    // A session of its own each, so that neither finds the other's keys.
    const ours = await connect(server.options);
    const start = performance.now();
    const results = await ours.openItems(ids);
    const ourSeconds = (performance.now() - start) / 1000;
    const opened = results.filter((one) => 'item' in one && one.item.fields.length === 2);
    const theirSeconds = await openLikeLegacy(await connect(server.options), vaultId, ids);
    if (opened.length !== amount) throw new Error('not everything was opened');
    return {
      name: `${amount.toLocaleString('en')} items opened, ${latency} ms latency, beside one by one and crypto-js`,
      ours: ourSeconds,
      theirs: theirSeconds,
      unit: 's',
      ratio: theirSeconds / ourSeconds,
      aim: '>= 5x faster',
    };
  } finally {
    server.stop();
  }
}

async function fill(passwork: Passwork): Promise<{ vaultId: string; ids: string[] }> {
  const vaultId = await passwork.addVault({ name: 'Bench', kind: 'private' });
  const ids: string[] = [];
  const fields = [
    { name: 'PIN', type: 'password', value: '4711' },
    { name: 'note', type: 'text', value: 'behind the second door' },
  ];
  const add = async () => {
    while (ids.length < amount) {
      const at = ids.push('') - 1;
      ids[at] = await passwork.addItem({
        vaultId,
        name: `${at}`,
        password: `secret ${at}`,
        fields,
      });
    }
  };
  await Promise.all(Array.from({ length: 20 }, add));
  return { vaultId, ids };
}

type Stored = {
  readonly cryptedKey: string;
  readonly cryptedPassword: string;
  readonly custom: readonly { name: string; value: string; type: string }[];
};

/**
 * As the official JS connector does it, but kinder: it would also fetch the vault anew for each item. Its
 * requests go through our session, which adds next to nothing to one at a time.
 */
async function openLikeLegacy(
  passwork: Passwork,
  vaultId: string,
  ids: readonly string[],
): Promise<number> {
  const start = performance.now();
  const answer = await passwork.ask({ path: ['vaults', vaultId] });
  const { vaultPasswordCrypted } = answer as { vaultPasswordCrypted: string };
  const vaultPassword = legacyDecrypt(vaultPasswordCrypted, passwork.save().masterKey);
  for (const [at, id] of ids.entries()) {
    const item = (await passwork.ask({ path: ['passwords', id] })) as Stored;
    const key = legacyDecrypt(item.cryptedKey, vaultPassword);
    const password = legacyDecrypt(item.cryptedPassword, key);
    for (const { name, value, type } of item.custom) {
      for (const sealed of [name, value, type]) legacyDecrypt(sealed, key);
    }
    // A figure for work that went wrong is worthless.
    if (password !== `secret ${at}`) throw new Error('the legacy way read something else');
  }
  return (performance.now() - start) / 1000;
}

type Listing = {
  readonly items: number;
  readonly reports: number;
  readonly seconds: number;
  readonly held: number;
  readonly peak: number;
};

async function benchListing(): Promise<Row[]> {
  const server = await serve(['--items', String(listed)]);
  try {
    const listing = await list(server.options);
    const what = `${listing.items.toLocaleString('en')} summaries listed`;
    const none = { theirs: Number.NaN, ratio: Number.NaN };
    return [
      { name: `${what}, memory held`, ours: listing.held, unit: 'MB', aim: '<= 150 MB', ...none },
      { name: `${what}, most memory on the way`, ours: listing.peak, unit: 'MB', aim: '', ...none },
      { name: `${what}, progress told`, ours: listing.reports, unit: 'times', aim: '', ...none },
      { name: `${what}, time`, ours: listing.seconds, unit: 's', aim: '', ...none },
    ];
  } finally {
    server.stop();
  }
}

async function list(options: ConnectOptions): Promise<Listing> {
  const args = ['--expose-gc', '--import', 'tsx', 'test/bench/connector-list.ts'];
  const env = { ...process.env, LIST_OPTIONS: JSON.stringify(options) };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await firstLine(child));
}

async function serve(flags: readonly string[]) {
  const args = ['--import', 'tsx', 'test/server/main.ts', '--port', '0', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const { v4 } = JSON.parse(await firstLine(child));
  const { host, apiKey, masterPassword } = v4;
  const options: ConnectOptions = { host, credential: { apiKey }, masterPassword };
  return { options, stop: () => void child.kill() };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the process has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the process ended without a word');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.table(await benchConnector());
}
