/** The crypto benchmark on Node, with the connector's own package for PBKDF2: `npx tsx test/bench/crypto-node.ts`. */
import { pathToFileURL } from 'node:url';
import pbkdf2 from 'pbkdf2';
import { benchCrypto } from './crypto.ts';
import type { Row } from './row.ts';

export async function benchCryptoOnNode(): Promise<Row[]> {
  const rows = await benchCrypto((password, mkOptions) => {
    const [, digest = '', iterations, bytes, salt = ''] = mkOptions.split(':');
    return new Promise((resolve, reject) => {
      pbkdf2.pbkdf2(
        ...([password, salt, Number(iterations), Number(bytes), digest] as const),
        (error, derived) => (error ? reject(error) : resolve(derived.toString('base64'))),
      );
    });
  });
  return rows.map((row) => ({ ...row, name: `${row.name}, Node` }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.table(await benchCryptoOnNode());
}
