/**
 * Whether this browser can say that an element was in plain view (IntersectionObserver, version 2).
 * Firefox cannot; its background is a page and knows the observer, while Chromium's is a worker and does not.
 */
const entry: unknown = Reflect.get(globalThis, 'IntersectionObserverEntry');

export const sightIsReported =
  typeof entry !== 'function' || 'isVisible' in Object(Reflect.get(entry, 'prototype'));
