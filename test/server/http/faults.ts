import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Random } from '../state/random.ts';
import { type Fault, parseFaults } from './fault-spec.ts';
import type { Fetch } from './listener.ts';
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

/** Stands before the API and lets happen what was asked for. */
export function createFaults(hooks: FaultHooks, random: Random) {
  let active: Fault[] = [];

  /** The first fault that wants this request; it counts as done even if the client hangs up. */
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

  /** The same service, disturbed. */
  const around =
    (serve: Fetch): Fetch =>
    async (request, env) => {
      const fault = draw(request.method, hooks.pathOf(new URL(request.url).pathname));
      if (!fault) return serve(request, env);
      const instead = await insteadOf({ request, env, fault }, hooks);
      return instead ?? tamper({ response: await serve(request, env), env, fault });
    };

  return {
    around,
    /** Replaces all faults; `''` ends them. See `fault-spec.ts` for the line. */
    set(spec: string): void {
      active = parseFaults(spec);
    },
  };
}

type Struck = { readonly request: Request; readonly env: HttpBindings; readonly fault: Fault };

/** Faults that strike before the request is served; undefined lets it be served. */
async function insteadOf(
  { request, env, fault }: Struck,
  hooks: FaultHooks,
): Promise<Response | undefined> {
  switch (fault.name) {
    case 'reset':
      return reset(env);
    case 'stall':
      await new Promise((resolve) => env.incoming.socket.once('close', resolve));
      return reset(env);
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
      hooks.expireToken(request);
      return undefined;
    case 'refresh-refused':
      hooks.endSessions();
      return undefined;
    default:
      return undefined;
  }
}

type Answered = {
  readonly response: Response;
  readonly env: HttpBindings;
  readonly fault: Fault;
};

/** Faults that strike the answer; others leave it as it is. */
function tamper({ response, env, fault }: Answered): Response | Promise<Response> {
  switch (fault.name) {
    case 'lost-answer':
      return reset(env);
    case 'truncated':
      return sendHalf(response, env);
    case 'slow-body':
      return sendSlowly(response, env, fault.value);
    case 'wrong-type':
      return asHtml(response);
    default:
      return response;
  }
}
