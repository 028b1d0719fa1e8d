/** Runs the benchmark of the cryptography in a worker of Chromium. */
import { resolve } from 'node:path';
import { launchExtension } from '../e2e/support/chromium.ts';
import { bundle } from '../support/content/bundle.ts';
import { servePages } from './content-pages.ts';
import type { Row } from './row.ts';

type Outcome = { readonly rows: Row[] } | { readonly error: string };

export async function benchCryptoInBrowser(): Promise<Row[]> {
  const code = await bundle('test/bench/crypto-worker.ts');
  // WebCrypto is for secure contexts only, which a page of this machine is and a blank one is not.
  const pages = await servePages();
  const extension = await launchExtension({ folder: resolve('test/bench/bare-extension') });
  try {
    const page = await extension.context.newPage();
    await page.goto(pages.url('small'));
    const outcome: Outcome = await page.evaluate(
      (text) =>
        new Promise<Outcome>((done, fail) => {
          const worker = new Worker(URL.createObjectURL(new Blob([text])));
          worker.onmessage = ({ data }) => done(data);
          worker.onerror = ({ message }) => fail(new Error(message));
        }),
      code,
    );
    if ('error' in outcome) throw new Error(outcome.error);
    return outcome.rows.map((row) => ({ ...row, name: `${row.name}, Chromium` }));
  } finally {
    await extension.close();
    pages.close();
  }
}
