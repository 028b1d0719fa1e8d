import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export type Proxy = {
  readonly port: number;
  /** Host and port of every request so far, encrypted ones included. */
  hosts(): readonly string[];
  close(): Promise<void>;
};

/** A proxy that passes everything to this machine's own servers on, and remembers who was asked for. */
export async function startProxy(): Promise<Proxy> {
  const hosts: string[] = [];
  const server = createServer((asked, answer) => {
    const { hostname, port, host, pathname, search } = new URL(asked.url ?? '');
    hosts.push(host);
    if (!isLocal(hostname)) {
      answer.writeHead(502).end();
      return;
    }
    const onward = request(
      {
        host: '127.0.0.1',
        port,
        path: pathname + search,
        method: asked.method,
        headers: asked.headers,
      },
      (back) => {
        answer.writeHead(back.statusCode ?? 502, back.headers);
        back.pipe(answer);
        back.on('error', () => answer.destroy());
      },
    );
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  server.on('connect', (asked, socket) => {
    hosts.push(asked.url ?? '');
    const [hostname = '', port] = (asked.url ?? '').split(':');
    if (!isLocal(hostname)) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const one of [onward, socket]) one.on('error', () => one.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    hosts: () => hosts,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function isLocal(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost');
}
