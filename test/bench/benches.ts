/** All benches by the name that `npm run bench -- NAME` takes. */
import { benchPopup } from './popup.ts';
import type { Row } from './row.ts';

export const benches: Readonly<Record<string, () => Promise<Row[]>>> = {
  popup: benchPopup,
};
