/** Requests that one task may have under way: enough to hide latency, few enough to be no burden. */
const atOnce = 10;

/** `work` for every entry, a few at a time, results in the order of the entries. The first failure ends it. */
export async function mapConcurrently<T, R>(
  entries: readonly T[],
  work: (entry: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  let failed = false;
  const worker = async () => {
    for (let at = next++; at < entries.length && !failed; at = next++) {
      const entry = entries[at];
      if (entry === undefined) continue;
      try {
        results[at] = await work(entry);
      } catch (thrown) {
        failed = true;
        throw thrown;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, entries.length) }, worker));
  return results;
}
