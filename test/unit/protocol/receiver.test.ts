import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/model/error.ts';
import { createClient } from '../../../src/protocol/client.ts';
import { integer, record } from '../../../src/protocol/parse.ts';
import { createReceiver, parseMessage } from '../../../src/protocol/receiver.ts';

type MathCalls = {
  double(request: { readonly of: number }): number;
  fail(request: { readonly of: number }): number;
  break(request: { readonly of: number }): number;
};

const of = record<{ of: number }>({ of: integer(0, 100) });
const receive = createReceiver<MathCalls, null>(
  { double: of, fail: of, break: of },
  {
    double: (request) => request.of * 2,
    fail: () => {
      throw new AppError('rate-limited', 'secret text', { retryAfter: 3 });
    },
    break: () => {
      throw new TypeError('secret text');
    },
  },
);

async function send(raw: unknown): Promise<unknown> {
  const message = parseMessage(raw);
  return message === null ? undefined : receive(message, null);
}

describe('a call through the wire', () => {
  const client = createClient<MathCalls>('own', send);

  it('gives the value', async () => {
    expect(await client.call('double', { of: 4 })).toEqual({ ok: true, value: 8 });
  });
  it('D8: gives code and waiting time of an expected failure, never its text', async () => {
    expect(await client.call('fail', { of: 4 })).toEqual({
      ok: false,
      error: { code: 'rate-limited', retryAfter: 3 },
    });
  });
  it('D8: gives internal for a defect, never its text', async () => {
    const answer = await client.call('break', { of: 4 });
    expect(answer).toEqual({ ok: false, error: { code: 'internal' } });
  });
  it('refuses a request that does not parse', async () => {
    expect(await client.call('double', { of: -1 })).toEqual({
      ok: false,
      error: { code: 'refused' },
    });
  });
  it.each(['toString', 'constructor', '__proto__', 'nothing'])(
    'refuses the call %s',
    async (call) => {
      expect(await send({ channel: 'own', call, request: {} })).toEqual({
        ok: false,
        error: { code: 'refused' },
      });
    },
  );
  it.each([
    ['nobody answers', () => Promise.resolve(undefined)],
    ['the other side is gone', () => Promise.reject(new Error('port closed'))],
    ['something else answers', () => Promise.resolve({ ok: false, error: { code: 'made-up' } })],
  ])('is internal where %s', async (_, carrier) => {
    const lost = createClient<MathCalls>('own', carrier);
    expect(await lost.call('double', { of: 1 })).toEqual({
      ok: false,
      error: { code: 'internal' },
    });
  });
});

describe('parseMessage', () => {
  it.each([null, 1, 'own', {}, { channel: 'own' }, { channel: 'x', call: 'a', request: {} }])(
    'says null for %j',
    (raw) => {
      expect(parseMessage(raw)).toBeNull();
    },
  );
});
