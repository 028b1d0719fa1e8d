import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createExchanger,
  fairWeather,
  type HttpRequest,
} from '../../../src/passwork/http/exchange.ts';
import { withRepetition } from '../../../src/passwork/http/repeat.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

async function serve(handler: Handler) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    request.resume();
    handler(request, response, seen.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
  return { url, seen };
}

const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: {} });
const post = (url: string): HttpRequest => ({ method: 'POST', url, headers: {}, body: { a: 1 } });

const quick = { ...fairWeather, bodyBytes: 100, pausesMs: [1, 1] };
const exchange = createExchanger(fetch, quick);
const hasty = createExchanger(fetch, { ...quick, answerMs: 50, bodyMs: 50 });
const repeating = withRepetition(exchange, quick);

describe('what is sent', () => {
  test('S15: no cookie, no referrer, no cache; JSON only where there is a body', async () => {
    const inits: RequestInit[] = [];
    const spy: typeof fetch = (input, init) => {
      inits.push(init ?? {});
      return fetch(input, init);
    };
    const { url, seen } = await serve((_, response) => response.end('{}'));
    await createExchanger(spy)(get(url), []);
    await createExchanger(spy)(post(url), []);
    for (const init of inits) {
      expect(init).toMatchObject({
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
      });
    }
    expect(seen.map(({ headers }) => headers['content-type'])).toEqual([
      undefined,
      'application/json',
    ]);
    for (const { headers } of seen) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });
});

describe('what comes back', () => {
  test.each([
    ['json', '{"a":[1]}', { a: [1] }, false],
    ['null', 'null', null, false],
    ['HTML', '<html></html>', undefined, false],
    ['half a JSON', '{"a":', undefined, false],
    ['nothing', '', undefined, true],
  ])('%s', async (_, text, json, empty) => {
    const { url } = await serve((__, response) => response.end(text));
    expect(await exchange(get(url), [])).toMatchObject({
      kind: 'answer',
      status: 200,
      json,
      empty,
    });
  });

  test.each([
    ['5', 5],
    ['0', 0],
    ['soon', undefined],
  ])('Retry-After %j', async (header, seconds) => {
    const { url } = await serve((_, response) => {
      response.writeHead(429, { 'retry-after': header }).end('{}');
    });
    const result = await exchange(get(url), []);
    if (result.kind !== 'answer') throw new Error(result.code);
    expect(result.retryAfter).toBe(seconds);
  });

  test('Retry-After as a date', async () => {
    const { url } = await serve((_, response) => {
      const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
      response.writeHead(503, { 'retry-after': inAnHour }).end('{}');
    });
    const result = await exchange(get(url), []);
    if (result.kind !== 'answer') throw new Error(result.code);
    expect(result.retryAfter).toBeGreaterThan(3_500);
    expect(result.retryAfter).toBeLessThanOrEqual(3_600);
  });
});

describe('what goes wrong (S3 S11 S15 S17)', () => {
  test.each<[string, Handler, string, boolean]>([
    ['a line that breaks before the answer', (request) => request.destroy(), 'offline', true],
    [
      'a body shorter than promised',
      (_, response) => {
        response.writeHead(200, { 'content-length': '50' });
        response.write('{"a":1}', () => response.destroy());
      },
      'offline',
      true,
    ],
    [
      'a body that says it is too long',
      (_, response) => response.writeHead(200, { 'content-length': '101' }).end('x'.repeat(101)),
      'too-large',
      true,
    ],
    [
      'a body that does not say it is too long',
      (_, response) => {
        for (let i = 0; i < 20; i++) response.write('x'.repeat(10));
        response.end();
      },
      'too-large',
      true,
    ],
    [
      'a redirect',
      (_, response) => response.writeHead(302, { location: 'https://evil.example/' }).end(),
      'bad-server-answer',
      true,
    ],
    [
      'a redirect to the same place',
      (_, response) => response.writeHead(308, { location: '/y' }).end(),
      'bad-server-answer',
      true,
    ],
    [
      'bytes that are no UTF-8',
      (_, response) => response.end(Buffer.from([0x22, 0xff, 0x22])),
      'bad-server-answer',
      true,
    ],
  ])('%s', async (_, handler, code, sent) => {
    const { url, seen } = await serve(handler);
    expect(await exchange(post(url), [])).toMatchObject({ kind: 'failure', code, sent });
    expect(seen).toHaveLength(1);
  });

  test.each<[string, Handler]>([
    ['no answer', () => undefined],
    ['a body that never ends', (_, response) => response.write('{')],
  ])('%s: time runs out', async (_, handler) => {
    const { url } = await serve(handler);
    expect(await hasty(post(url), [])).toMatchObject({ code: 'timeout', sent: true });
  });

  test('nobody listens: certainly not sent', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const result = await exchange(post(`http://127.0.0.1:${port}/`), []);
    expect(result).toMatchObject({ kind: 'failure', code: 'offline', sent: false });
  });

  test('the caller gives up: before, and in the middle', async () => {
    const { url, seen } = await serve(() => undefined);
    expect(await exchange(get(url), [AbortSignal.abort()])).toMatchObject({
      code: 'cancelled',
      sent: false,
    });
    expect(seen).toHaveLength(0);
    const controller = new AbortController();
    const patient = createExchanger(fetch);
    const result = patient(get(url), [undefined, controller.signal]);
    setImmediate(() => controller.abort());
    expect(await result).toMatchObject({ code: 'cancelled', sent: true });
  });
});

describe('repetition', () => {
  const thenFine =
    (first: Handler): Handler =>
    (request, response, nth) =>
      nth === 1 ? first(request, response, nth) : response.end('{}');
  const status =
    (code: number, headers: Record<string, string> = {}): Handler =>
    (_, response) =>
      response.writeHead(code, headers).end('{}');

  test.each<[string, Handler]>([
    ['a broken line', (request) => request.destroy()],
    ['502', status(502)],
    ['503', status(503)],
    ['504', status(504)],
    ['429 with Retry-After', status(429, { 'retry-after': '0' })],
  ])('a GET is repeated after %s', async (_, first) => {
    const { url, seen } = await serve(thenFine(first));
    expect(await repeating(get(url), [])).toMatchObject({ status: 200 });
    expect(seen).toHaveLength(2);
  });

  test.each<[string, Handler]>([
    ['500', status(500)],
    ['429 without Retry-After', status(429)],
    ['429 that asks for an hour', status(429, { 'retry-after': '3600' })],
    ['404', status(404)],
  ])('a GET is not repeated after %s', async (_, first) => {
    const { url, seen } = await serve(thenFine(first));
    await repeating(get(url), []);
    expect(seen).toHaveLength(1);
  });

  test.each<[string, Handler]>([
    ['a broken line', (request) => request.destroy()],
    ['503', status(503)],
    ['500', status(500)],
  ])('a POST is never repeated after %s', async (_, first) => {
    const { url, seen } = await serve(thenFine(first));
    await repeating(post(url), []);
    expect(seen).toHaveLength(1);
  });

  test('a POST is repeated where the server says it did nothing', async () => {
    const { url, seen } = await serve(thenFine(status(429, { 'retry-after': '0' })));
    expect(await repeating(post(url), [])).toMatchObject({ status: 200 });
    expect(seen).toHaveLength(2);
  });

  test('it ends', async () => {
    const { url, seen } = await serve((request) => request.destroy());
    expect(await repeating(get(url), [])).toMatchObject({ code: 'offline' });
    expect(seen).toHaveLength(3);
  });

  test('a caller who gives up during the pause is heard', async () => {
    const { url, seen } = await serve(status(503));
    const slow = withRepetition(exchange, { ...quick, pausesMs: [60_000] });
    const controller = new AbortController();
    const result = slow(get(url), [controller.signal]);
    await expect.poll(() => seen.length).toBe(1);
    controller.abort();
    expect(await result).toMatchObject({ code: 'cancelled', sent: false });
  });
});
