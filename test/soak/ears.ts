/** Hears what pages, popup and worker say on their consoles, throw, and ask of the network. */
import type { Worker } from '@playwright/test';
import type { Extension } from '../e2e/support/chromium.ts';

export type Heard = {
  /** Every line of every console. */
  readonly said: readonly string[];
  /** Errors on consoles, exceptions and rejections that nobody caught. */
  readonly wrong: readonly string[];
  /** Addresses of every request of the browser. */
  readonly asked: readonly string[];
};

export type Ears = {
  /** What was heard since the last time. */
  take(): Promise<Heard>;
};

/** What a browser itself says of a server that is away. */
const networkError = /^Failed to load resource|net::ERR_/;

export function listen({ context }: Extension): Ears {
  let said: string[] = [];
  let wrong: string[] = [];
  let asked: string[] = [];
  const hear = (message: { text(): string; type(): string }) => {
    said.push(message.text());
    if (message.type() === 'error' && !networkError.test(message.text())) {
      wrong.push(`console: ${message.text()}`);
    }
  };
  const hearWorker = (worker: Worker) => {
    worker.on('console', hear);
    // Playwright tells of no exception in a worker, so the worker keeps them for us.
    const listening = worker.evaluate(() => {
      const kept: string[] = [];
      Object.assign(globalThis, { uncaught: kept });
      addEventListener('error', ({ message }) => kept.push(message));
      addEventListener('unhandledrejection', ({ reason }) => kept.push(String(reason)));
    });
    // A worker that is stopped at once has nothing to say.
    listening.catch(() => undefined);
  };
  context.on('console', hear);
  context.on('weberror', (error) => wrong.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => asked.push(request.url()));
  context.serviceWorkers().map(hearWorker);
  context.on('serviceworker', hearWorker);

  return {
    async take() {
      const worker = context.serviceWorkers().at(-1);
      const uncaught = await worker
        ?.evaluate(() => (globalThis as { uncaught?: string[] }).uncaught?.splice(0) ?? [])
        .catch(() => []);
      wrong.push(...(uncaught ?? []).map((each) => `uncaught in the worker: ${each}`));
      const heard = { said: [...said, ...wrong], wrong, asked };
      said = [];
      wrong = [];
      asked = [];
      return heard;
    },
  };
}
