import { AppError } from '../../model/error.ts';

/**
 * One abort signal for a request, fed by the caller's signals and by timers. `AbortSignal.any` would
 * do, but it keeps sources alive for as long as the session's own signal lives.
 */
export type Deadline = {
  readonly signal: AbortSignal;
  /** Restarts the clock: `timeout` unless the next step ends within `ms`. */
  within(ms: number): void;
  /** Why the signal was aborted; null while it was not. */
  reason(): 'timeout' | 'cancelled' | null;
  /** Stops the clock and lets go of the callers' signals. */
  end(): void;
};

/** `signals` are the callers' own; one that is aborted already counts at once. */
export function startDeadline(signals: readonly (AbortSignal | undefined)[]): Deadline {
  const controller = new AbortController();
  let reason: 'timeout' | 'cancelled' | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const abort = (why: 'timeout' | 'cancelled') => {
    reason ??= why;
    controller.abort();
  };
  const cancel = () => abort('cancelled');
  for (const signal of signals) {
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
  }
  return {
    signal: controller.signal,
    within(ms) {
      clearTimeout(timer);
      timer = setTimeout(() => abort('timeout'), ms);
    },
    reason: () => reason,
    end() {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener('abort', cancel);
    },
  };
}

/**
 * Waits for work that several callers share. A caller that gives up gets `cancelled`; the work goes
 * on for the others.
 */
export function waitFor<T>(
  work: Promise<T>,
  signals: readonly (AbortSignal | undefined)[],
): Promise<T> {
  return new Promise((resolve, reject) => {
    const done = () => {
      for (const signal of signals) signal?.removeEventListener('abort', cancel);
    };
    const cancel = () => {
      done();
      reject(cancelled());
    };
    if (signals.some((signal) => signal?.aborted)) {
      // The shared work may fail later with nobody left to hear it.
      work.catch(() => undefined);
      reject(cancelled());
      return;
    }
    for (const signal of signals) signal?.addEventListener('abort', cancel);
    work.then(resolve, reject).finally(done);
  });
}

export function cancelled(): AppError {
  return new AppError('cancelled', 'the caller gave up');
}
