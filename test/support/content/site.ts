import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { text } from 'node:stream/consumers';
import { bundle } from './bundle.ts';

export type Site = {
  readonly port: number;
  /** Address of a page on 127.0.0.1; `other` names the same page on another site. */
  url(page: string): string;
  other(page: string): string;
  /** The fields of every form that was sent so far, by the path it was sent to; the last one counts. */
  readonly sent: ReadonlyMap<string, Readonly<Record<string, string>>>;
  close(): Promise<void>;
};

const folder = 'test/pages';
const types: Record<string, string> = { html: 'text/html', js: 'text/javascript' };

/** Serves `test/pages`; scripts are bundled with what they import from npm. */
export async function startSite(): Promise<Site> {
  const scripts = new Map<string, Promise<string>>();
  const sent = new Map<string, Record<string, string>>();
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    const form =
      request.method === 'POST' ? new URLSearchParams(await text(request)) : searchParams;
    if (form.size > 0) sent.set(pathname, Object.fromEntries(form));
    // Browsers ask for it unasked, and complain in the console where it is missing.
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const path = join(folder, normalize(pathname));
    const type = types[path.split('.').at(-1) ?? ''];
    try {
      if (type === undefined) throw new Error('nothing else is served');
      if (type.endsWith('javascript') && !scripts.has(path)) scripts.set(path, bundle(path));
      const body = (await scripts.get(path)) ?? readFileSync(path, 'utf8');
      response.setHeader('content-type', `${type}; charset=utf-8`);
      if (pathname.startsWith('/strict')) {
        response.setHeader('content-security-policy', "default-src 'none'; report-uri /report");
      }
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: (page) => `http://127.0.0.1:${port}/${page}`,
    other: (page) => `http://localhost:${port}/${page}`,
    sent,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
