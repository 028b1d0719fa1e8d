/** What servers answer to the requests that a page makes after a form was sent. */
export type Answers = {
  /** Hears of each from now on. Only a few: a page that asks on and on is no sign of anything. */
  watch(onAnswer: () => void): void;
  /** The last one refused what was asked. */
  refused(): boolean;
  /** Milliseconds since the last one, null where there was none. */
  age(): number | null;
  stop(): void;
};

/** A picture that is missing says nothing of a login, so 404 is not among them. */
const isRefusal = (status: number): boolean => status >= 400 && status !== 404;
const kinds = ['fetch', 'xmlhttprequest'];
const most = 30;

export function createAnswers(now: () => number): Answers {
  let observer: PerformanceObserver | null = null;
  let takeWaiting = (): boolean => false;
  let last: { readonly status: number; readonly at: number } | null = null;

  function stop(): void {
    observer?.disconnect();
    observer = null;
  }

  return {
    watch(onAnswer) {
      stop();
      last = null;
      const from = now();
      let left = most;
      const take = (entries: readonly PerformanceEntry[]): boolean => {
        const fresh = entries
          .filter((each) => each instanceof PerformanceResourceTiming)
          .filter((each) => kinds.includes(each.initiatorType) && each.startTime >= from)
          .sort((a, b) => a.responseEnd - b.responseEnd);
        const newest = fresh.at(-1);
        if (newest !== undefined) last = { status: newest.responseStatus, at: newest.responseEnd };
        left -= fresh.length;
        if (left <= 0) stop();
        return newest !== undefined;
      };
      observer = new PerformanceObserver((list) => {
        if (take(list.getEntries())) onAnswer();
      });
      observer.observe({ type: 'resource' });
      // A document that is being left hears no more of what is on its way.
      takeWaiting = () => take(observer?.takeRecords() ?? []);
    },
    refused() {
      takeWaiting();
      return last !== null && isRefusal(last.status);
    },
    age: () => (last === null ? null : now() - last.at),
    stop,
  };
}
