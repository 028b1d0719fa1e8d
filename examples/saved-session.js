/**
 * Keeps a session in an encrypted file and goes on with it next time, without signing in again. This is the
 * way to work with Passwork 7, whose tokens change while they are used.
 *
 *   SESSION_FILE=passwork.session SESSION_PASSPHRASE=… PASSWORK_HOST=… node saved-session.js
 *   SESSION_FILE=passwork.session SESSION_PASSPHRASE=… node saved-session.js
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { connect, resume, sealText, unsealText } from '../dist/connector/index.js';
import { connectOptions, need, run } from './start.js';

await run(async () => {
  const file = need('SESSION_FILE', 'where to keep the session');
  const passphrase = need('SESSION_PASSPHRASE', 'a long passphrase that encrypts the session');

  /** @param {unknown} session */
  const save = async (session) => {
    const sealed = await sealText(JSON.stringify(session), passphrase);
    // Written beside and then renamed, so that no crash leaves half a session.
    await writeFile(`${file}.new`, sealed, { mode: 0o600 });
    await rename(`${file}.new`, file);
  };
  const saved = await readSession(file, passphrase);
  /** @type {import('../dist/connector/index.js').Passwork | null} */
  let opened = null;
  // New tokens are on the disk before anyone uses them: the old ones are dead from then on.
  /** @type {import('../dist/connector/index.js').TokenListener} */
  const onTokens = (tokens) => save({ ...opened?.save(), tokens });

  const passwork = saved?.base
    ? await resume(saved, { onTokens })
    : await connect({ ...connectOptions(), ...toCredential(saved?.tokens), onTokens });
  opened = passwork;
  if (!saved?.base) await save(passwork.save());

  console.log(saved?.base ? 'Went on with the saved session.' : `Saved the session in ${file}.`);
  console.log(`${(await passwork.vaults()).length} vaults.`);
});

/** What the file holds, null where there is none. @param {string} file @param {string} passphrase */
async function readSession(file, passphrase) {
  try {
    return JSON.parse(await unsealText(await readFile(file, 'utf8'), passphrase));
  } catch (thrown) {
    if (Object(thrown).code === 'ENOENT') return null;
    throw thrown;
  }
}

/**
 * Signing in broke off after the tokens of Passwork 7 had been renewed: then the file holds nothing but these.
 * @param {import('../dist/connector/index.js').Tokens | undefined} tokens
 */
function toCredential(tokens) {
  if (tokens === undefined || !process.env.PASSWORK_ACCESS_TOKEN) return {};
  return { credential: { accessToken: tokens.token, refreshToken: tokens.refreshToken } };
}
