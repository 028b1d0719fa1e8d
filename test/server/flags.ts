import { parseArgs } from 'node:util';
import { parseFaults } from './http/fault-spec.ts';
import type { ServerOptions } from './options.ts';

export const usage = `npm run server -- [flags]
  --port 8400          port of the server; the demo site takes the next one, and Passwork 7
                       beside v4 the one after it
  --api v4             generation of the API: v4, v7 or both
  --no-encryption      without client-side encryption
  --items N            at least N items, up to 100000 and beyond
  --seed S             other names, keys and passwords for another S
  --version X          version the server says it has, such as 6.4.2 or 5.3.2
  --token-ttl SECONDS  how long an access token holds
  --latency MS         added to every answer of the API
  --faults SPEC        what goes wrong, and when: see test/server/http/fault-spec.ts
`;

export type Api = 'v4' | 'v7' | 'both';
export type Flags = { readonly api: Api; readonly options: ServerOptions };

/** The command line as options. Throws an Error whose message tells a person what to change. */
export function parseFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8400' },
      api: { type: 'string', default: 'v4' },
      'no-encryption': { type: 'boolean', default: false },
      items: { type: 'string', default: '0' },
      seed: { type: 'string' },
      version: { type: 'string' },
      'token-ttl': { type: 'string' },
      latency: { type: 'string' },
      faults: { type: 'string' },
    },
  });
  // Read here only to refuse a wrong line before anything is started.
  parseFaults(values.faults ?? '');
  const options = {
    port: wholeNumber('port', values.port),
    encrypted: !values['no-encryption'],
    items: wholeNumber('items', values.items),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(values.version === undefined ? {} : { version: values.version }),
    ...(values['token-ttl'] === undefined
      ? {}
      : { tokenTtl: wholeNumber('token-ttl', values['token-ttl']) }),
    ...(values.latency === undefined ? {} : { latency: wholeNumber('latency', values.latency) }),
    ...(values.faults === undefined ? {} : { faults: values.faults }),
  };
  return { api: parseApi(values.api), options };
}

function parseApi(text: string): Api {
  if (text === 'v4' || text === 'v7' || text === 'both') return text;
  throw new Error(`--api knows v4, v7 and both, not ${text}.`);
}

function wholeNumber(flag: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${flag} takes a whole number, not ${text}.`);
  return Number(text);
}
