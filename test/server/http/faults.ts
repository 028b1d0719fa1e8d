import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import type { Random } from '../state/random.ts';
import { type Fault, type FaultName, parseFaults } from './fault-spec.ts';
import { asHtml, htmlPage, hugeBody, reset, sendHalf, sendSlowly } from './tamper.ts';

/** What a fault must know of the generation it disturbs. */
export type FaultHooks = {
  /** Path beneath the API's root, as patterns name it. */
  readonly pathOf: (path: string) => string;
  readonly isRefresh: (path: string) => boolean;
  /** Makes the access token of a request expire before it is looked at. */
  readonly expireToken: (request: Request) => void;
  readonly endSessions: () => void;
};

export type Faults = ReturnType<typeof createFaults>;
type FaultContext = Context<{ Bindings: HttpBindings }>;

/** Stands before the API and lets happen what was asked for. */
export function createFaults(hooks: FaultHooks, random: Random) {
  let active: Fault[] = [];

  const draw = (method: string, path: string): Fault | undefined => {
    const fault = active.find(
      ({ name, matches, left, probability }) =>
        left > 0 &&
        matches(method, path) &&
        (name !== 'refresh-refused' || hooks.isRefresh(path)) &&
        (probability === 1 || random.number(1_000_000) < probability * 1_000_000),
    );
    if (fault) fault.left -= 1;
    return fault;
  };

  const middleware: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
    const fault = draw(c.req.method, hooks.pathOf(c.req.path));
    if (!fault) return next();
    const before = await insteadOf(c, fault, hooks);
    if (before) return before;
    await next();
    const after = await tampered(c, fault);
    if (after) c.res = after;
    return undefined;
  };

  return {
    middleware,
    /** Replaces all faults; `''` ends them. See `fault-spec.ts` for the line. */
    set(spec: string): void {
      active = parseFaults(spec);
    },
  };
}

/** Faults that strike before the request is served; undefined lets it be served. */
async function insteadOf(
  c: FaultContext,
  fault: Fault,
  hooks: FaultHooks,
): Promise<Response | undefined> {
  switch (fault.name) {
    case 'reset':
      return reset(c.env);
    case 'stall':
      await new Promise((resolve) => c.env.incoming.socket.once('close', resolve));
      return reset(c.env);
    case 'latency':
      await wait(fault.value);
      return undefined;
    case 'huge':
      return hugeBody(fault.value);
    case '429':
      return new Response('Too Many Requests', {
        status: 429,
        headers: { 'Retry-After': String(fault.value) },
      });
    case '500-html':
      return htmlPage(500, 'Internal Server Error');
    case '200-html':
      return htmlPage(200, 'Welcome to the harbour network');
    case 'expired':
      hooks.expireToken(c.req.raw);
      return undefined;
    case 'refresh-refused':
      hooks.endSessions();
      return undefined;
    default:
      return undefined;
  }
}

/** Faults that strike the answer; undefined leaves it as it is. */
async function tampered(c: FaultContext, fault: Fault): Promise<Response | undefined> {
  const byName: Partial<Record<FaultName, () => Response | Promise<Response>>> = {
    'lost-answer': () => reset(c.env),
    truncated: () => sendHalf(c.res, c.env),
    'slow-body': () => sendSlowly(c.res, c.env, fault.value),
    'wrong-type': () => asHtml(c.res),
  };
  return byName[fault.name]?.();
}
