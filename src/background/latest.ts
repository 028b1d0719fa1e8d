/**
 * Runs work that only the newest state matters for: one run at a time, and once more where it was asked for
 * meanwhile, however often. The promise resolves when nothing is left to do.
 */
export function createLatest(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      await work();
    } while (again);
  }

  return () => {
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}
