/**
 * What goes wrong, said in one line: `NAME[:VALUE][@WHERE][=WHEN]`, several with commas between.
 *
 *   reset@/passwords/*=2          the first two readings of an item end in a reset connection
 *   429:5@POST /passwords/search  every search is told to come again in 5 seconds
 *   slow-body:3000=10%            one answer in ten takes 3 seconds to come through
 *   refresh-refused=1             the next renewal of a session is refused
 *
 * WHERE is a path beneath `/api/v4`, `*` for any text, with a method before it if it matters.
 * WHEN is a number of times, or a percentage by the seed; left out, it is always.
 */
export const faultNames = [
  'latency', // answer VALUE milliseconds later (1000)
  'stall', // never answer
  'reset', // reset the connection before anything is done
  'lost-answer', // do what is asked, then reset the connection
  'truncated', // half of the body, then the end of the connection
  'slow-body', // the body in pieces, over VALUE milliseconds (5000)
  'huge', // a body of VALUE megabytes (64)
  '429', // Retry-After: VALUE seconds (1)
  '500-html', // a page that says the server failed
  '200-html', // a page of somebody else, such as a hotel's network
  'wrong-type', // the right body under Content-Type text/html
  'expired', // the token of this very request has just expired
  'refresh-refused', // the session of this renewal has ended
] as const;

export type FaultName = (typeof faultNames)[number];

export type Fault = {
  readonly name: FaultName;
  readonly value: number;
  readonly matches: (method: string, path: string) => boolean;
  /** How many times it may still happen. */
  left: number;
  /** From 0 to 1. */
  readonly probability: number;
};

const defaults: Partial<Record<FaultName, number>> = {
  latency: 1000,
  'slow-body': 5000,
  huge: 64,
  '429': 1,
};

/** Reads such a line. Throws an Error that names the part it does not understand. */
export function parseFaults(spec: string): Fault[] {
  const parts = spec.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '').map(parseFault);
}

function parseFault(part: string): Fault {
  const [, name = '', value, where, when] =
    /^([^:@=]+)(?::(\d+))?(?:@([^=]+))?(?:=(\d+%?))?$/.exec(part) ?? [];
  const known = faultNames.find((each) => each === name);
  if (!known) throw new Error(`"${part}" is no fault; these are: ${faultNames.join(', ')}.`);
  const often = when?.endsWith('%') ?? false;
  return {
    name: known,
    value: value === undefined ? (defaults[known] ?? 0) : Number(value),
    matches: matcher(where ?? '*'),
    left: when === undefined || often ? Number.POSITIVE_INFINITY : Number(when),
    probability: often ? Number.parseInt(when ?? '', 10) / 100 : 1,
  };
}

function matcher(where: string): Fault['matches'] {
  const [, method, pattern = '*'] = /^(?:([A-Z]+) )?(.*)$/.exec(where) ?? [];
  const source = pattern.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${source.join('.*')}$`);
  return (asked, path) => (method === undefined || method === asked) && expression.test(path);
}
