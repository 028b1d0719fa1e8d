/**
 * A client of Marionette, the remote protocol that is built into Firefox. WebDriver BiDi refuses to
 * open pages of extensions and geckodriver is a download of its own; Marionette needs neither.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { connect, type Socket } from 'node:net';

/** One connection: sends a command with its parameters, resolves with its answer. */
export type Marionette = {
  send(command: string, parameters?: Record<string, unknown>): Promise<unknown>;
  close(): void;
};

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void };

export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const greeting = new Promise<unknown>((resolve, reject) => {
    waiting.set(lastId, { resolve, reject });
  });
  readFrames(socket, (frame) => settle(waiting, frame));
  socket.on('close', () => failAll(waiting, new Error('Firefox has closed the connection')));
  socket.on('error', (error) => failAll(waiting, error));
  await greeting;
  return {
    send(command, parameters = {}) {
      lastId += 1;
      const id = lastId;
      const frame = JSON.stringify([0, id, command, parameters]);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.write(`${Buffer.byteLength(frame)}:${frame}`);
      });
    },
    close: () => socket.destroy(),
  };
}

/** A frame is its length in bytes, a colon, and JSON; chunks of the socket know nothing of that. */
function readFrames(socket: Socket, onFrame: (frame: unknown) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const colon = rest.indexOf(':');
      const end = colon + 1 + Number(rest.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || rest.length < end) return;
      onFrame(JSON.parse(rest.subarray(colon + 1, end).toString()));
      rest = rest.subarray(end);
    }
  });
}

/** Answers are `[1, id, error, result]`; the greeting is an object of its own and counts as id 0. */
function settle(waiting: Map<number, Waiting>, frame: unknown): void {
  const [, id, error, result] = Array.isArray(frame) ? frame : [1, 0, null, frame];
  const one = waiting.get(id);
  waiting.delete(id);
  if (error === null) one?.resolve(result);
  else one?.reject(new Error(`${error.error}: ${error.message}`));
}

function failAll(waiting: Map<number, Waiting>, error: Error): void {
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
