/** One line of the table: our figure beside another way's, measured in turn in the same run. */
export type Row = {
  readonly name: string;
  readonly ours: number;
  /** What we are measured against; NaN where there is nothing to compare with. */
  readonly theirs: number;
  readonly unit: string;
  /** As the aim has it: how many times faster, or how many times the other's figure. */
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

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
