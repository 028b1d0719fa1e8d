import type { Caller } from './http/call.ts';
import type { Passwork } from './passwork.ts';
import { toQuery } from './query.ts';

/** The way to what has no method of its own: the session's headers, renewal and errors, any endpoint. */
export function createAsk(call: Caller): Pick<Passwork, 'ask'> {
  return {
    ask: async (request, { signal } = {}) => {
      const { method = 'GET', path, query = {}, body, write = method !== 'GET' } = request;
      const parse = (data: unknown) => data;
      return call({ method, path, query: toQuery(query), body, write, parse, signal });
    },
  };
}
