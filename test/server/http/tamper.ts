import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

type Outgoing = HttpBindings['outgoing'];

/** Ends the connection with a reset, as a machine that lost its state does. */
export function reset({ incoming }: HttpBindings): Response {
  incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

/** Promises a whole body and sends the half of it. */
export async function sendHalf(response: Response, { outgoing }: HttpBindings): Promise<Response> {
  const body = await writeHead(response, outgoing);
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

/** Sends the body in ten pieces; stops early where the client hangs up. */
export async function sendSlowly(
  response: Response,
  { outgoing }: HttpBindings,
  milliseconds: number,
): Promise<Response> {
  const body = await writeHead(response, outgoing);
  const piece = Math.ceil(body.length / 10);
  for (let sent = 0; sent < body.length && !outgoing.destroyed; sent += piece) {
    outgoing.write(body.subarray(sent, sent + piece));
    await wait(milliseconds / 10);
  }
  outgoing.end();
  return RESPONSE_ALREADY_SENT;
}

/** Sends the head with the true length of the body and gives the body back, to be sent by hand. */
async function writeHead(response: Response, outgoing: Outgoing): Promise<Buffer> {
  const body = Buffer.from(await response.arrayBuffer());
  const headers = { ...Object.fromEntries(response.headers), 'content-length': body.length };
  outgoing.writeHead(response.status, headers);
  return body;
}

/** JSON that begins well and does not end for `megabytes`; made as it is read. */
export function hugeBody(megabytes: number): Response {
  const piece = new TextEncoder().encode('a'.repeat(1_048_576));
  let left = megabytes;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"status":"success","data":"'));
    },
    pull: (controller) => {
      if (left > 0) {
        left -= 1;
        controller.enqueue(piece);
      } else {
        controller.enqueue(new TextEncoder().encode('"}'));
        controller.close();
      }
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'application/json' } });
}

/** A page where JSON was expected. */
export function htmlPage(status: number, title: string): Response {
  const body = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** The same answer, said to be a page. */
export function asHtml(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(response.body, { status: response.status, headers });
}
