/** How long the popup takes to its first paint and to its list. */
import { measureOpenings, openingRows } from './openings.ts';
import type { Row } from './row.ts';
import { onStage } from './stage.ts';

const runs = 15;
const items = 10_000;

export function benchPopup(): Promise<Row[]> {
  return onStage(items, async (stage) =>
    openingRows(await measureOpenings(stage, runs), items, {
      paint: '<= 1.1x',
      list: '<= 1.5x',
      cpu: '<= 60 ms over it',
      task: '',
    }),
  );
}
