/** The benchmark of the cryptography inside a browser's worker, where the extension decrypts too. */
import { benchCrypto } from './crypto.ts';

benchCrypto().then(
  (rows) => postMessage({ rows }),
  (error) => postMessage({ error: String(error) }),
);
