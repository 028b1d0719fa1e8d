import { browser } from './browser.ts';

/** The lines of a list in our own package, `public/words`. Asks no network. */
export async function readWords(name: string): Promise<readonly string[]> {
  const answer = await fetch(browser.runtime.getURL(`words/${name}.txt`));
  return (await answer.text()).split('\n').filter((line) => line !== '');
}
