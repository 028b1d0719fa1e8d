/** The asking side of a direction: typed calls over whatever carries a message. */
import { errorCodes } from '../model/error.ts';
import type { Calls, Channel, Message, Reply, Request } from './message.ts';
import type { Result } from './result.ts';

export type Client<C extends Calls<C>> = {
  /** Never rejects: a lost or garbled answer is the error `internal`. */
  call<K extends keyof C & string>(name: K, request: Request<C, K>): Promise<Result<Reply<C, K>>>;
};

/** `send` carries a message to the other side and resolves with its raw answer. */
export function createClient<C extends Calls<C>>(
  channel: Channel,
  send: (message: Message) => Promise<unknown>,
): Client<C> {
  return {
    async call(name, request) {
      try {
        const answer = await send({ channel, call: name, request });
        if (isResult(answer)) return answer as Result<Reply<C, typeof name>>;
      } catch {
        // The other side is gone: an updated extension, a closed tab.
      }
      return { ok: false, error: { code: 'internal' } };
    },
  };
}

/**
 * Sends one call and says whether it was done. For the script that runs in every frame of every page, which a client
 * would cost the list of error codes.
 */
export async function isDone(
  send: (message: unknown) => Promise<unknown>,
  message: Message,
): Promise<boolean> {
  try {
    const answer = await send(message);
    return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
  } catch {
    return false;
  }
}

function isResult(answer: unknown): answer is Result<unknown> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return 'value' in answer;
  if (!('error' in answer) || typeof answer.error !== 'object' || answer.error === null)
    return false;
  return (
    'code' in answer.error &&
    errorCodes.some((code) => code === (answer.error as { code: unknown }).code)
  );
}
