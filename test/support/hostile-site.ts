import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HostileSite = {
  /** Address of a page with this body, on a host of its own below `localhost`. */
  page(body: string, host?: string): string;
  close(): Promise<void>;
};

/** A login form as an attacker would copy it. */
export const loginForm =
  '<form><input name="username" autocomplete="username"><input name="password" type="password" autocomplete="current-password"><button>Sign in</button></form>';

/** Serves whatever a test says on any host below `localhost`; browsers resolve those to this machine. */
export async function startHostileSite(): Promise<HostileSite> {
  const pages: string[] = [];
  const server = createServer((request, response) => {
    const body = pages[Number(/^\/(\d+)/.exec(request.url ?? '')?.[1] ?? -1)];
    if (body === undefined) response.writeHead(204).end();
    else
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!doctype html><meta charset="utf-8"><title>Page</title><body>${body}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    page(body, host = 'evil') {
      pages.push(body);
      return `http://${host}.localhost:${port}/${pages.length - 1}`;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
