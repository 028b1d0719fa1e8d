import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';

export type Fetch = (request: Request, env: HttpBindings) => Response | Promise<Response>;

export type Listener = {
  readonly port: number;
  /** Ends every connection and stops listening, like a machine that was switched off. */
  goDown(): Promise<void>;
  /** Listens again on the same port. */
  comeUp(): Promise<void>;
};

/** Serves on 127.0.0.1 and nowhere else: the demo data must not be reachable from a network. */
export async function listen(fetch: Fetch, port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  const answer = getRequestListener((request, env) => {
    // Only HTTP/1.1 is served, so the bindings are those of node:http.
    return fetch(request, env as HttpBindings);
  });
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await startListening(server, port);
  const { port: chosen } = server.address() as AddressInfo;

  return {
    port: chosen,
    goDown: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    comeUp: () => startListening(server, chosen),
  };
}

/** Fails with the system's error where the port is taken. */
function startListening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
