/** What the browser tells of documents that begin, and of those that are written anew. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { FrameRef } from '../../../src/platform/frames.ts';

type Details = Readonly<Record<string, unknown>>;

function event() {
  const listeners: ((details: Details) => void)[] = [];
  return {
    addListener: (listener: (details: Details) => void) => void listeners.push(listener),
    tell: (details: Details) => {
      for (const listener of listeners) listener(details);
    },
  };
}

const onCommitted = event();
const onDOMContentLoaded = event();
const chrome = { runtime: { id: 'ours' }, webNavigation: { onCommitted, onDOMContentLoaded } };
const place = { tabId: 1, frameId: 0, documentId: 'one' };

beforeEach(() => {
  vi.stubGlobal('chrome', chrome);
  vi.stubGlobal('browser', chrome);
});

it.each([
  ['form_submit', [], 'form'],
  ['link', [], 'page'],
  ['link', ['client_redirect'], 'page'],
  ['typed', ['from_address_bar'], 'user'],
  ['auto_bookmark', [], 'user'],
  // Back from a form, and back to a link.
  ['form_submit', ['forward_back'], 'user'],
  ['link', ['forward_back'], 'user'],
])('a document that came by %s %j was brought by the %s', async (type, qualifiers, via) => {
  const { onDocument } = await import('../../../src/platform/frames.ts');
  const heard: unknown[] = [];
  onDocument((at, how) => heard.push([at, how]));
  onCommitted.tell({ ...place, transitionType: type, transitionQualifiers: qualifiers });
  expect(heard).toEqual([[place, via]]);
});

it('a document is written anew where it is parsed without having begun', async () => {
  const { onRewritten } = await import('../../../src/platform/frames.ts');
  const heard: FrameRef[] = [];
  onRewritten((at) => heard.push(at));
  onCommitted.tell(place);
  onCommitted.tell({ ...place, frameId: 3 });
  onDOMContentLoaded.tell({ ...place, frameId: 3 });
  onDOMContentLoaded.tell(place);
  expect(heard).toEqual([]);
  onDOMContentLoaded.tell(place);
  expect(heard).toEqual([place]);
  onCommitted.tell({ ...place, documentId: 'two' });
  onDOMContentLoaded.tell({ ...place, documentId: 'two' });
  expect(heard).toHaveLength(1);
});
