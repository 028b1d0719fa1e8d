/**
 * Where decrypted values come from, read off the sources: the methods of the connector that answer with
 * an opened item or the bytes of a file. Only `opened-items.ts` may call them, and it asks for a permit.
 */
import type { Sources } from './import-rules.ts';

export const source = 'background/opened/opened-items.ts';
export const authoriser = 'background/fill/authorise.ts';

/** Whatever else gives a secret away asks for a permit in its first line: the file, and how that reads. */
export const guarded: Readonly<Record<string, readonly RegExp[]>> = {
  [source]: [
    /open\(permit: Permit\)[^{]*\{\n\s*checkPermit\(permit\);/,
    /former\(permit, [^{]*\{\n\s*checkPermit\(permit\);/,
    /attachment\(permit, [^{]*\{\n\s*const item = await open\(permit\);/,
  ],
  'background/clipboard/clipboard.ts': [/copy\(permit, [^{]*\{\n\s*checkPermit\(permit, 'copy'\);/],
  'background/generator/history.ts': [/get: \(permit\)[^{]*\{\n\s*checkPermit\(permit\);/],
  'background/save/save.ts': [/reveal\(permit\)[^{]*\{\n\s*checkPermit\(permit, 'reveal'\);/],
};

/** Everything the worker listens to, and what stands between it and a secret. */
export const entries: Readonly<Record<string, string>> = {
  onMessage: 'own calls: test/unit/background/handlers/own-calls.test.ts; calls of pages: a grant',
  onMenuClick: 'fills by a grant, copies by a permit of the browser',
  onCommand: 'fills by a grant',
  onOmnibox: 'opens the popup',
  onNotificationPressed: 'opens the popup',
  onTabLoaded: 'fills what was asked for in the popup, by a grant',
  onTabNavigated: 'the same',
  onDocument: 'notes what followed a login that was typed',
  onRewritten: 'puts the watcher back',
  onTabClosed: 'forgets what was wished for there',
  onTabShown: 'shows what is offered',
  onAlarm: 'locks, clears, refreshes',
  onChallenge: 'a server asks for a login: by `authoriseAnswer`, after a yes in a window of ours',
  onWindowClosed: 'nobody waits for an answer any more',
  onIdle: 'locks',
  onScreenLocked: 'locks',
  onLastWindowClosed: 'locks',
  onManagedChanged: 'reads the policy',
  onInstalled: 'opens the first run',
};

/** Names of the listeners that the worker adds. */
export function findEntries(sources: Sources): string[] {
  const found = Object.entries(sources).flatMap(([path, text]) =>
    path.startsWith('background/')
      ? [...text.matchAll(/import \{([^}]+)\} from '[./]+\/platform\/[\w-]+\.ts'/g)].flatMap(
          ([, names = '']) => names.match(/\bon[A-Z]\w+/g) ?? [],
        )
      : [],
  );
  return [...new Set(found)].sort();
}

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
    const toClipboard = /\bsystem\.write\(|\bnavigator\.clipboard\b/.test(text);
    if (toClipboard && path !== 'background/clipboard/clipboard.ts') {
      found.push(`${path}: writes to the clipboard`);
    }
    if (path !== authoriser && /PermitOfAuthoriser|\bas (unknown as )?Permit\b/.test(text)) {
      found.push(`${path}: makes a permit`);
    }
    return found;
  });
}
