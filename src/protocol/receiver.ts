/**
 * The answering side of a direction. Handlers are one record mapped from the direction's type,
 * so a missing or an extra one does not compile.
 */
import { AppError, toAppError } from '../model/error.ts';
import type { Calls, Channel, Message, Reply, Request } from './message.ts';
import { invalid, type Parser } from './parse.ts';
import { type Result, toWireError } from './result.ts';

export type Parsers<C extends Calls<C>> = { readonly [K in keyof C]: Parser<Request<C, K>> };

export type Handlers<C extends Calls<C>, Context> = {
  readonly [K in keyof C]: (
    request: Request<C, K>,
    context: Context,
  ) => Promise<Reply<C, K>> | Reply<C, K>;
};

export type Receiver<Context> = (message: Message, context: Context) => Promise<Result<unknown>>;

/** Every answer is a `Result`; a request that does not parse is `refused` and reaches no handler. */
export function createReceiver<C extends Calls<C>, Context>(
  parsers: Parsers<C>,
  handlers: Handlers<C, Context>,
): Receiver<Context> {
  const isCall = (name: string): name is keyof C & string => Object.hasOwn(handlers, name);
  return async (message, context) => {
    try {
      if (!isCall(message.call)) throw new AppError('refused', 'no such call');
      const request = parsers[message.call](message.request);
      if (request === invalid) throw new AppError('refused', 'malformed request');
      return { ok: true, value: await handlers[message.call](request, context) };
    } catch (thrown) {
      return { ok: false, error: toWireError(toAppError(thrown)) };
    }
  };
}

const channels: readonly Channel[] = ['own', 'page', 'frame', 'offscreen'];

/** The envelope of a message, or null for what is none of ours. */
export function parseMessage(value: unknown): Message | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('channel' in value && 'call' in value && 'request' in value)) return null;
  const channel = channels.find((each) => each === value.channel);
  if (channel === undefined || typeof value.call !== 'string') return null;
  return { channel, call: value.call, request: value.request };
}
