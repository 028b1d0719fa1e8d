/** What the worker asks of our offscreen page, which alone can reach the clipboard in Chromium. */
export type OffscreenCalls = {
  write(request: { readonly text: string }): null;
  read(request: Record<string, never>): string;
};
