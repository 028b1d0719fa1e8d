/** One line of the table: our figure beside another way's, measured in turn in the same run. */
export type Row = {
  readonly name: string;
  readonly ours: number;
  /** What we are measured against; NaN where there is nothing to compare with. */
  readonly theirs: number;
  readonly unit: string;
  readonly ratio: number;
  /** What we want to reach, in words. */
  readonly aim: string;
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[sorted.length - 1 - middle],
    sorted[middle],
  ];
  return (low + high) / 2;
}

/** A row of times, where less is better: the ratio says how many times the other's time ours is. */
export function timeRow(
  name: string,
  times: { readonly ours: readonly number[]; readonly theirs: readonly number[] },
  aim: string,
): Row {
  const ours = median(times.ours);
  const theirs = median(times.theirs);
  return { name, ours, theirs, unit: 'ms', ratio: ours / theirs, aim };
}
