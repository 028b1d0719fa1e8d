/** The keyword in the address bar. */
import { browser } from './browser.ts';

export type Suggestion = {
  /** Comes back when it is chosen; stands in the address bar until then. */
  readonly content: string;
  /** Plain text. */
  readonly description: string;
};

/** Chromium reads descriptions as XML, Firefox as they are. */
const asXml = !('sidebarAction' in browser);

function shown(text: string): string {
  if (!asXml) return text;
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

type Omnibox = {
  /** What to suggest for what was typed, and the line above the suggestions. */
  readonly suggest: (
    typed: string,
  ) => Promise<{ readonly title: string; readonly suggestions: readonly Suggestion[] }>;
  /** A suggestion's content, or what was typed where none was chosen. */
  readonly choose: (text: string) => void;
};

/** To be called in the first tick, so that the keyword can wake the worker. */
export function onOmnibox({ suggest, choose }: Omnibox): void {
  browser.omnibox.onInputChanged.addListener((typed, answer) => {
    void suggest(typed).then(({ title, suggestions }) => {
      browser.omnibox.setDefaultSuggestion({ description: shown(title) });
      answer(
        suggestions.map(({ content, description }) => ({
          content,
          description: shown(description),
        })),
      );
    });
  });
  browser.omnibox.onInputEntered.addListener((text) => choose(text));
}
