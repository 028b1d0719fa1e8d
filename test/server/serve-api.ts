import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { type Control, createControl } from './control.ts';
import { createFaults, type FaultHooks } from './http/faults.ts';
import { type Fetch, listen } from './http/listener.ts';
import { createRequestLog } from './http/request-log.ts';
import { htmlPage } from './http/tamper.ts';
import type { Random } from './state/random.ts';
import type { Sessions } from './state/session.ts';
import type { State } from './state/state.ts';

export type ApiOptions = {
  readonly port: number;
  readonly prefix: string;
  readonly latency: number;
  readonly faults: string;
  readonly random: Random;
  readonly state: State;
  readonly sessions: Sessions;
  /** Adds the routes of a generation, with its own root, such as `/api/v4`. */
  readonly addTo: (app: Hono<{ Bindings: HttpBindings }>) => void;
  readonly hooks: FaultHooks;
};

export type ServedApi = {
  /** Address with the prefix, without the API's own root and without a final slash. */
  readonly url: string;
  readonly control: Control;
  close(): Promise<void>;
};

/** Serves one generation on a port of its own, so that a probe finds one and only one. */
export async function serveApi(options: ApiOptions): Promise<ServedApi> {
  const { state, sessions, prefix } = options;
  let latency = options.latency;
  const log = createRequestLog();
  const faults = createFaults(options.hooks, options.random);
  faults.set(options.faults);

  const app = new Hono<{ Bindings: HttpBindings }>().basePath(prefix);
  options.addTo(app);
  app.get('/', () => htmlPage(200, 'Passwork-compatible demo server'));
  app.notFound(() => htmlPage(404, 'Not found'));

  const late: Fetch = async (request, env) => {
    if (latency > 0) await wait(latency);
    return app.fetch(request, env);
  };
  const listener = await listen(log.around(faults.around(late)), options.port);
  const setLatency = (milliseconds: number) => {
    latency = milliseconds;
  };
  return {
    url: `http://127.0.0.1:${listener.port}${prefix}`,
    control: createControl({ state, sessions, faults, log, listener, setLatency }),
    close: () => listener.goDown(),
  };
}
