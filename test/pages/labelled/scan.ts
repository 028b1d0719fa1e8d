/** What a page of the tests gets to run: the detector and the watcher's guess. */
export { isCredibleField } from '../../../src/content/scan/credible.ts';
export { detect } from '../../../src/content/scan/detect.ts';
