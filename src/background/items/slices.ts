/** Long work in short slices, so that a call that comes in between is answered at once. */

export type Pause = () => Promise<void>;

/** Milliseconds of work after which others get their turn: half a frame. */
const sliceLength = 8;

/** Each call returns at once until the slice is used up, and then lets waiting work go first. */
export function createPause(): Pause {
  let end = performance.now() + sliceLength;
  return async () => {
    if (performance.now() < end) return;
    await new Promise((resolve) => setTimeout(resolve));
    end = performance.now() + sliceLength;
  };
}

/** Numbers 0 to n-1 in the order of `compare`; equal ones in their own order. */
export async function sortedNumbers(
  count: number,
  compare: (a: number, b: number) => number,
  pause: Pause,
): Promise<Uint32Array<ArrayBuffer>> {
  const run = 1024;
  let from = Uint32Array.from({ length: count }, (_, index) => index);
  for (let start = 0; start < count; start += run) {
    from.subarray(start, start + run).sort(compare);
    await pause();
  }
  let to = new Uint32Array(count);
  for (let width = run; width < count; width *= 2) {
    for (let start = 0; start < count; start += width * 2) {
      const ends = { start, middle: start + width, end: Math.min(start + width * 2, count) };
      let left = ends.start;
      let right = Math.min(ends.middle, count);
      for (let at = start; at < ends.end; at++) {
        const a = from[left] ?? 0;
        const b = from[right] ?? 0;
        const takeLeft =
          left < Math.min(ends.middle, count) && (right >= ends.end || compare(a, b) <= 0);
        to[at] = takeLeft ? a : b;
        if (takeLeft) left += 1;
        else right += 1;
        if ((at & 1023) === 0) await pause();
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
