/** Every script of `examples` is run as its reader would, against both generations. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '../../../../src/model/error.ts';
import type { OpenedItem } from '../../../../src/model/item.ts';
import { connect } from '../../../../src/passwork/index.ts';
import type { Passwork } from '../../../../src/passwork/passwork.ts';
import { startServer, startV7Server } from '../../../server/start.ts';
import { readSources } from '../sources.ts';
import { type Ran, runNode } from './support/run-node.ts';

const tried = new Set<string>();
/** Made of other files; not run alone. */
const parts = ['start.js', 'save-attachments.js'];

/** A server, what a reader would put into the environment for it, and a session of our own to compare with. */
const worlds = {
  v4: async () => {
    const server = await startServer({ iterations: 100_000 });
    const { host, apiKey, masterPassword } = server.v4;
    const env = () => ({ PASSWORK_HOST: host, PASSWORK_API_KEY: apiKey });
    const own = await connect({ host, credential: { apiKey }, ...toKey(masterPassword) });
    return { server, env, masterPassword, own, settings: 'info/settings' };
  },
  v7: async () => {
    const server = await startV7Server({ iterations: 100_000 });
    // A pair of tokens serves one client only.
    const env = () => {
      const { host, accessToken, refreshToken } = server.newSession();
      return {
        PASSWORK_HOST: host,
        PASSWORK_ACCESS_TOKEN: accessToken,
        PASSWORK_REFRESH_TOKEN: refreshToken,
      };
    };
    const { host, accessToken, refreshToken, masterPassword } = server.v7;
    const credential = { accessToken, refreshToken };
    const own = await connect({ host, credential, ...toKey(masterPassword) });
    return { server, env, masterPassword, own, settings: 'app/settings' };
  },
};

function toKey(masterPassword: string | null) {
  return masterPassword === null ? {} : { masterPassword };
}

describe.each(['v4', 'v7'] as const)('against %s', (generation) => {
  let world: Awaited<ReturnType<(typeof worlds)['v4' | 'v7']>>;
  let own: Passwork;
  let folder: string;

  beforeAll(async () => {
    world = await worlds[generation]();
    ({ own } = world);
    folder = mkdtempSync(join(tmpdir(), 'latchkey-examples-'));
  }, 60_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.server.close();
  });

  const run = (name: string, env: Record<string, string> = {}): Promise<Ran> => {
    tried.add(name);
    const known = { ...world.env(), ...masterOf(world.masterPassword), ...env };
    return runNode([resolve('examples', name)], { env: known, cwd: folder });
  };
  const good = async (name: string, env: Record<string, string> = {}): Promise<string> => {
    const { exitCode, out, err } = await run(name, env);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    return out.trim();
  };
  const companyVault = async () =>
    (await own.vaults()).find(({ kind }) => kind === 'company')?.id ?? '';
  const expectFiles = async (item: OpenedItem, from: string) => {
    expect(item.attachments.length).toBeGreaterThan(0);
    for (const { id } of item.attachments) {
      const { name, bytes } = await own.downloadAttachment(item, id);
      expect([...readFileSync(join(folder, from, name))]).toEqual([...bytes]);
    }
  };

  test('open a session', async () => {
    const out = await good('open-session.js');
    for (const { id, name } of await own.vaults()) {
      expect(out.split('\n').some((line) => line.startsWith(id) && line.endsWith(name))).toBe(true);
    }
  });

  test('search', async () => {
    const vaultId = await companyVault();
    const urls = ['https://needle.example/login'];
    const id = await own.addItem({ vaultId, name: 'Needle in hay', urls });
    expect(await good('search.js', { QUERY: 'needle' })).toContain(`${id}  Needle in hay`);
    expect(await good('search.js', { SITE: 'https://needle.example/' })).toContain(id);
    expect(await good('search.js', { QUERY: 'zzzzqqqq' })).toBe('0 found.');
  });

  test('add an item, read it with its attachments, change it, delete it', async () => {
    writeFileSync(join(folder, 'key.pem'), Buffer.from([0, 127, 128, 255]));
    const VAULT_ID = await companyVault();
    const fields = {
      VAULT_ID,
      NAME: 'By script',
      LOGIN: 'me',
      PASSWORD: 'pässword',
      FILE: 'key.pem',
    };
    const ITEM_ID = await good('add-item.js', fields);
    expect(await own.openItem(ITEM_ID)).toMatchObject({
      name: 'By script',
      login: 'me',
      password: 'pässword',
      fields: [{ name: 'Added by', type: 'text', value: 'add-item.js' }],
    });

    const shown = await good('read-item.js', { ITEM_ID, FOLDER: 'files' });
    expect(shown).toContain('Password:  pässword');
    expect(shown).toContain('Field:     Added by = add-item.js');
    await expectFiles(await own.openItem(ITEM_ID), 'files');
    // Read again, nothing that is there is overwritten.
    await good('read-item.js', { ITEM_ID, FOLDER: 'files' });
    expect(readdirSync(join(folder, 'files')).sort()).toEqual(['2 key.pem', 'key.pem']);

    await good('edit-item.js', { ITEM_ID, PASSWORD: 'other' });
    expect(await own.openItem(ITEM_ID)).toMatchObject({ password: 'other', login: 'me' });
    await good('delete-item.js', { ITEM_ID });
    await expect(own.openItem(ITEM_ID)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a file whose name leads elsewhere stays in the folder', async () => {
    const attachments = [{ name: '../../outside.txt', bytes: new Uint8Array([1]) }];
    const vaultId = await companyVault();
    const ITEM_ID = await own.addItem({ vaultId, name: 'Sly', attachments });
    await good('read-item.js', { ITEM_ID, FOLDER: 'a/b' });
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['outside.txt']);
  });

  test('read the inbox', async () => {
    const entries = await own.inbox();
    const list = await good('read-inbox.js');
    const file = { name: 'note.txt', bytes: new Uint8Array([7]) };
    let files = 0;
    for (const { id, name } of entries) {
      expect(list.split('\n').some((row) => row.startsWith(id) && row.endsWith(name))).toBe(true);
      // Some may only be read.
      await own.addAttachment(await own.openInboxItem(id), file).catch(() => {});
      const item = await own.openInboxItem(id);
      const shown = await good('read-inbox.js', { INBOX_ID: id, FOLDER: `inbox-${id}` });
      expect(shown).toContain(`Password:  ${item.password}`);
      if (item.attachments.length > 0) await expectFiles(item, `inbox-${id}`);
      files += item.attachments.length;
    }
    expect(files).toBeGreaterThan(0);
  });

  test('make a vault with a folder', async () => {
    const out = await good('new-vault.js', { NAME: 'Scripted', KIND: 'private' });
    const [, id = '', folderId] = /^Vault (\w+), folder (\w+)/.exec(out) ?? [];
    expect(await own.vaults()).toContainEqual({ id, name: 'Scripted', kind: 'private' });
    expect((await own.folders(id)).map((one) => one.id)).toEqual([folderId]);
  });

  test('ask any endpoint', async () => {
    const { settings } = world;
    const answer = await own.ask({ path: settings.split('/') });
    expect(JSON.parse(await good('any-endpoint.js', { ENDPOINT: settings }))).toEqual(answer);
  });

  test('save a session encrypted and go on with it', async () => {
    const file = { SESSION_FILE: join(folder, 'session'), SESSION_PASSPHRASE: 'correct horse' };
    expect(await good('saved-session.js', file)).toContain('Saved the session');
    const sealed = readFileSync(file.SESSION_FILE, 'utf8');
    expect(sealed).not.toContain('token');
    expect(sealed).toContain('"iterations"');

    // No credential any more, and the tokens have expired meanwhile: they are renewed and kept.
    const alone = { PASSWORK_HOST: '', PASSWORK_API_KEY: '', PASSWORK_ACCESS_TOKEN: '' };
    world.server.control.expireTokens();
    for (let time = 0; time < 2; time++) {
      const out = await good('saved-session.js', { ...file, ...alone });
      expect(out).toContain('Went on with the saved session.');
    }
    expect(readFileSync(file.SESSION_FILE, 'utf8')).not.toBe(sealed);

    const wrong = { ...file, SESSION_PASSPHRASE: 'wrong' };
    const { exitCode, err } = await run('saved-session.js', wrong);
    expect(exitCode).toBe(1);
    expect(err).toContain('passphrase');
  });

  test.each([
    ['read-item.js', {}, 'Set ITEM_ID to'],
    ['read-item.js', { ITEM_ID: 'f'.repeat(24) }, 'There is no such thing'],
    ['open-session.js', { PASSWORK_HOST: '' }, 'Set PASSWORK_HOST to'],
    ['open-session.js', { PASSWORK_HOST: 'http://passwork.example' }, 'Use https:'],
    ['open-session.js', { PASSWORK_HOST: 'http://127.0.0.1:9' }, 'Nobody answers'],
    ['open-session.js', { PASSWORK_MASTER_PASSWORD: 'wrong' }, 'master password'],
    ['open-session.js', { PASSWORK_MASTER_PASSWORD: '' }, 'Set PASSWORK_MASTER_PASSWORD'],
  ])('%s with %j says what to do', async (name, env, sentence) => {
    const { exitCode, err } = await run(name, env);
    expect(exitCode).toBe(1);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

function masterOf(masterPassword: string | null): Record<string, string> {
  return masterPassword === null ? {} : { PASSWORK_MASTER_PASSWORD: masterPassword };
}

test('every example has been run', () => {
  const all = readdirSync('examples').filter((name) => !parts.includes(name));
  expect([...tried].sort()).toEqual(all.sort());
});

test('every failure of the connector has its words', async () => {
  const start = pathToFileURL(resolve('examples/start.js')).href;
  const { words }: { words: Record<string, string> } = await import(start);
  const sources = Object.entries(readSources()).filter(([path]) =>
    /^(passwork|crypto)\//.test(path),
  );
  const said = sources.map(([, text]) => text).join('\n');
  // A defect of ours has no advice; the other word is also one of our own for an answer.
  const apart: readonly string[] = ['internal', 'refused'];
  const thrown = errorCodes.filter((code) => !apart.includes(code) && said.includes(`'${code}'`));
  expect(thrown.length).toBeGreaterThan(15);
  expect(thrown.filter((code) => !(code in words))).toEqual([]);
});
