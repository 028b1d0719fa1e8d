import { waitFor } from './deadline.ts';
import type { Exchange, Exchanger, HttpRequest, Weather } from './exchange.ts';

/** A server that asks for more patience than this gets none: the caller is told instead. */
const longestRetryAfter = 10;

/**
 * An exchanger that repeats what may be repeated: a GET after a broken line or a tired gateway, and
 * any request that certainly was not acted upon (no connection, or 429 with a Retry-After).
 * Writes are never repeated otherwise.
 */
export function withRepetition(exchange: Exchanger, weather: Weather): Exchanger {
  return async (request, signals) => {
    let result = await exchange(request, signals);
    for (const pause of weather.pausesMs) {
      const wait = repetition(request, result, pause);
      if (wait === null) return result;
      try {
        await waitFor(sleep(wait), signals);
      } catch {
        // Only the callers' signals end the pause, and so far nothing was acted upon.
        return { kind: 'failure', code: 'cancelled', sent: false };
      }
      result = await exchange(request, signals);
    }
    return result;
  };
}

/** Milliseconds after which to ask again, or null where the result stands. */
function repetition(request: HttpRequest, result: Exchange, pause: number): number | null {
  const safe = request.method === 'GET';
  if (result.kind === 'failure') {
    return result.code === 'offline' && (safe || !result.sent) ? jitter(pause) : null;
  }
  const { status, retryAfter } = result;
  if (status === 429 && retryAfter !== undefined) {
    return retryAfter <= longestRetryAfter ? retryAfter * 1000 : null;
  }
  return safe && (status === 502 || status === 503 || status === 504) ? jitter(pause) : null;
}

/** Spreads the repetitions of many clients that lost the same server at the same moment. */
const jitter = (ms: number) => ms * (0.75 + Math.random() / 2);

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
