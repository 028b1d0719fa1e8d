/** What the tests of the chunk store run in a page: the store, and an index over it. */
import { createItems } from '../../../src/background/items/items.ts';
import { createChunkStore } from '../../../src/platform/chunk-store.ts';
import { memoryText } from '../../support/memory-text.ts';
import { manyItems } from '../../unit/background/items/support/worker.ts';

export { createChunkStore, createItems, manyItems, memoryText };
