/**
 * What the other examples share: who you are comes from the environment, and what goes wrong is said in
 * plain words. Copy it with them; in your own project, import from '@latchkey/passwork-connector'.
 */
import { AppError, connect } from '../dist/connector/index.js';

/** A variable of the environment that has to be there. @param {string} name @param {string} what */
export function need(name, what) {
  const value = process.env[name];
  if (value) return value;
  throw new Misuse(`Set ${name} to ${what}.`);
}

/** A variable that may be left out. @param {string} name */
export function may(name) {
  return process.env[name] ?? '';
}

/**
 * What `connect` needs. Passwork 4 to 6 takes an API key, Passwork 7 a pair of tokens.
 * @returns {import('../dist/connector/index.js').ConnectOptions}
 */
export function connectOptions() {
  const host = need('PASSWORK_HOST', 'the address of your Passwork');
  const accessToken = may('PASSWORK_ACCESS_TOKEN');
  const masterPassword = may('PASSWORK_MASTER_PASSWORD');
  const credential = accessToken
    ? { accessToken, refreshToken: may('PASSWORK_REFRESH_TOKEN') }
    : { apiKey: need('PASSWORK_API_KEY', 'your API key, or PASSWORK_ACCESS_TOKEN to your token') };
  return { host, credential, ...(masterPassword && { masterPassword }) };
}

/** Opens a session with what the environment says. */
export function openSession() {
  const options = connectOptions();
  return connect({
    ...options,
    onTokens() {
      // An API key stays good; a pair of tokens is dead as soon as there is a new one.
      if ('apiKey' in options.credential) return;
      console.error(
        'Passwork has replaced your tokens: those in the environment are no longer good.',
      );
      console.error('To keep the new ones, do it as in saved-session.js.');
    },
  });
}

/** Runs an example. What it throws becomes a sentence and an exit code. @param {() => Promise<void>} example */
export async function run(example) {
  try {
    await example();
  } catch (thrown) {
    console.error(explain(thrown));
    process.exitCode = 1;
  }
}

/** Something to be set before the example can begin. */
export class Misuse extends Error {}

/** @param {unknown} thrown @returns {string} */
export function explain(thrown) {
  if (thrown instanceof Misuse) return thrown.message;
  if (!(thrown instanceof AppError)) return `This should not happen: ${thrown}`;
  const wait = thrown.retryAfter === undefined ? '' : ` Wait ${thrown.retryAfter} seconds.`;
  return (words[thrown.code] ?? `It did not work (${thrown.code}).`) + wait;
}

/** @type {Partial<Record<import('../dist/connector/index.js').ErrorCode, string>>} */
export const words = {
  'bad-host':
    'PASSWORK_HOST is no address. Write it as in your browser: https://passwork.example.com',
  'insecure-host':
    'PASSWORK_HOST begins with http:. Use https:, or your passwords travel in the open.',
  offline: 'Nobody answers there. Check PASSWORK_HOST and your network.',
  timeout: 'The server did not answer in time. Try again.',
  'not-passwork': 'Something answers there, but it is no Passwork. Check PASSWORK_HOST.',
  'unsupported-server': 'This version of Passwork has no known way to do that.',
  'server-error':
    'The server has a problem of its own. Try again later, or ask who looks after it.',
  'rate-limited': 'The server asks for a pause between requests.',
  'bad-server-answer':
    'The server gave an answer that makes no sense. Is something between you and it?',
  'too-large': 'That is larger than allowed. A file may have 5 MiB.',
  cancelled: 'Stopped, as you asked.',
  'wrong-credential':
    'The server does not accept the API key or token. Make a new one in Passwork.',
  'master-password-needed':
    'Set PASSWORK_MASTER_PASSWORD: what is stored there is encrypted with it.',
  'master-password-not-used': 'Remove PASSWORK_MASTER_PASSWORD: that server does not use one.',
  'wrong-master-password': 'The master password, or the passphrase of the saved session, is wrong.',
  'weak-key-derivation':
    'The server asks for a key that is too weak or too costly. Ask who looks after it.',
  'second-factor-needed':
    'The server wants a second factor. Sign in on its web page and make a new token.',
  'session-expired':
    'The session has ended. Open a new one; if it came from a file, remove that first.',
  denied: 'You may not do that. Ask the owner of the vault.',
  'not-found': 'There is no such thing, or you may not see it. Check the id.',
  unreadable: 'That cannot be decrypted with your keys, so it was left as it is.',
  'damaged-attachment': 'The file does not match its checksum and was not saved.',
  'invalid-input': 'One of the values cannot be used. Check the ids and texts you gave.',
  'unknown-outcome':
    'The line broke after the change was sent. Look in Passwork before you try again.',
};
