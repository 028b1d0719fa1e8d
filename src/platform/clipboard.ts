/** The clipboard of a context that has one: Firefox's event page, a page of ours. */
export type TextClipboard = {
  writeText(text: string): Promise<void>;
  readText(): Promise<string>;
};

/** Chromium's worker has no `navigator.clipboard`; there every call rejects. */
export function findClipboard(): TextClipboard {
  const found = 'clipboard' in navigator ? (navigator.clipboard as TextClipboard) : null;
  const none = () => Promise.reject(new DOMException('no clipboard here', 'NotFoundError'));
  return found ?? { writeText: none, readText: none };
}
