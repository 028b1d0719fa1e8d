import { describe, expect, it } from 'vitest';
import type { StampedSender } from '../../../src/model/sender.ts';
import { judgeSender } from '../../../src/protocol/sender.ts';

const self = { id: 'ours', origin: 'chrome-extension://ours' };
const page = { kind: 'page', tabId: 7, frameId: 0, documentId: 'D', origin: 'https://a.test' };
const stamped: StampedSender = {
  id: 'ours',
  origin: 'https://a.test',
  frameId: 0,
  documentId: 'D',
  tab: { id: 7 },
};

describe('judgeSender', () => {
  // The shapes are those that Chromium 156 and Firefox 153 were seen to stamp.
  const table: readonly [string, StampedSender, unknown][] = [
    ['the popup: our origin, no tab', { id: 'ours', origin: self.origin }, { kind: 'own' }],
    [
      'our page in a tab: our origin and a tab',
      { id: 'ours', origin: self.origin, tab: { id: 3 }, frameId: 0 },
      { kind: 'own' },
    ],
    [
      'M3: our page inside a frame of a page',
      { id: 'ours', origin: self.origin, tab: { id: 3 }, frameId: 4 },
      null,
    ],
    ['a content script', stamped, page],
    ['a content script in a frame', { ...stamped, frameId: 5 }, { ...page, frameId: 5 }],
    [
      'a browser without document ids',
      { ...stamped, documentId: undefined },
      { ...page, documentId: '' },
    ],
    ['F6 M2: a sandboxed frame', { ...stamped, origin: 'null' }, null],
    ['M4: another extension', { ...stamped, id: 'other' }, null],
    ['another extension with our origin', { id: 'other', origin: self.origin }, null],
    ['the worker in Chromium: no origin, no tab', { id: 'ours' }, { kind: 'own' }],
    ['the worker of another extension', { id: 'other' }, null],
    ['a tab without an origin', { id: 'ours', tab: { id: 7 }, frameId: 0 }, null],
    ['a page without a tab', { ...stamped, tab: undefined }, null],
    ['a page without a frame', { ...stamped, frameId: undefined }, null],
    ['a file', { ...stamped, origin: 'file://' }, null],
    ['a page of another extension', { ...stamped, origin: 'chrome-extension://other' }, null],
    ['F21: a prerendered page', { ...stamped, documentLifecycle: 'prerender' }, null],
    ['F21: a page in the back-forward cache', { ...stamped, documentLifecycle: 'cached' }, null],
    ['an active page', { ...stamped, documentLifecycle: 'active' }, page],
  ];
  it.each(table)('%s', (_, sender, expected) => {
    expect(judgeSender(sender, self)).toEqual(expected);
  });
});
