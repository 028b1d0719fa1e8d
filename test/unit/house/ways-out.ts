/**
 * Where decrypted values come from, read off the sources: the methods of the connector that answer with
 * an opened item or the bytes of a file. Only `opened-items.ts` may call them, and it asks for a permit.
 */
import type { Sources } from './import-rules.ts';

export const source = 'background/opened/opened-items.ts';
export const authoriser = 'background/fill/authorise.ts';

/** Names of the connector's methods whose answer holds a secret. */
export function secretMethods(connector: string): string[] {
  const start = connector.indexOf('export type Passwork = {');
  const body = connector.slice(start, connector.indexOf('\n};', start));
  const methods = body.matchAll(/^ {2}(\w+)\(([\s\S]*?)\): ([^;]+);/gm);
  return [...methods]
    .filter(([, , , answer = '']) =>
      /\b(OpenedItem|OpenResult|DownloadedAttachment|unknown)\b/.test(answer),
    )
    .map(([, name = '']) => name);
}

/** What by-passes the authoriser, one sentence each. */
export function findByPasses(sources: Sources, methods: readonly string[]): string[] {
  const called = new RegExp(`\\.(${methods.join('|')})\\s*\\(`, 'g');
  return Object.entries(sources).flatMap(([path, text]) => {
    if (!path.startsWith('background/')) return [];
    const found: string[] = [];
    if (path !== source) {
      for (const [, name] of text.matchAll(called)) found.push(`${path}: calls ${name}`);
    }
    if (path !== authoriser && /PermitOfAuthoriser|\bas (unknown as )?Permit\b/.test(text)) {
      found.push(`${path}: makes a permit`);
    }
    return found;
  });
}
