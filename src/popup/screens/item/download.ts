/** Hands a file to the browser's downloads. */
import { safeFileName } from './file-name.ts';

const longestWrite = 60_000;

/**
 * `base64` is the content; it is never opened, whatever its name says it is. Answers with its size in
 * bytes.
 */
export function download(file: { name: string; base64: string }, fallback: string): number {
  const bytes = Uint8Array.from(atob(file.base64), (char) => char.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = safeFileName(file.name, fallback);
  anchor.click();
  // The browser reads the bytes after the click; letting go at once would cut the file short.
  setTimeout(() => URL.revokeObjectURL(url), longestWrite);
  return bytes.length;
}
