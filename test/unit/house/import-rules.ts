/**
 * Which room may import which: the table, and what breaks it. The table is the rule; when a room
 * needs something that it does not grant, the thing is in the wrong room.
 */
type Room = {
  /** Other rooms, or single files of them, without their endings. */
  readonly rooms: readonly string[];
  /** npm packages, or entries of them. */
  readonly packages: readonly string[];
};

const none = [] as const;
const ui = ['preact', 'preact/hooks', '@preact/signals'] as const;

export const directions: Readonly<Record<string, Room>> = {
  model: { rooms: none, packages: none },
  crypto: { rooms: ['model'], packages: ['@noble/hashes', 'micro-rsa-dsa-dh'] },
  protocol: { rooms: ['model'], packages: none },
  platform: { rooms: ['model'], packages: ['webextension-polyfill'] },
  passwork: { rooms: ['model', 'crypto'], packages: none },
  background: {
    rooms: ['model', 'crypto', 'protocol', 'platform', 'passwork'],
    packages: ['tldts'],
  },
  content: { rooms: ['model', 'protocol', 'platform/runtime'], packages: none },
  offscreen: { rooms: ['protocol', 'platform'], packages: none },
  // `public` holds the texts in English, whose keys are a type.
  popup: {
    rooms: ['model', 'protocol', 'platform', 'public/_locales/en'],
    packages: [...ui, 'qr'],
  },
  options: {
    rooms: [
      'model',
      'protocol',
      'platform',
      'popup/parts',
      // What unlocks quickly; the first run shows it as well.
      'popup/quick',
      // How a page of ours asks the worker; none of the popup's screens.
      'popup/worker',
      // Only its version, which the build puts in as text.
      'package',
    ],
    packages: ui,
  },
};

/** Text of source files by their path below `src`, such as `model/item.ts`. */
export type Sources = Readonly<Record<string, string>>;

/** Every import that the table does not grant, one sentence each. */
export function findForbiddenImports(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, text]) => {
    const room = directions[roomOf(path)];
    if (room === undefined) return [`${path}: the room "${roomOf(path)}" is not in the table`];
    return importsOf(text)
      .filter((specifier) => !isGranted({ path, specifier, room }))
      .map((specifier) => `${path}: may not import ${specifier}`);
  });
}

/** What the table grants and nobody imports, such as `popup: model`. */
export function findUnusedGrants(sources: Sources): string[] {
  return Object.entries(directions).flatMap(([name, { rooms, packages }]) => {
    const imported = Object.entries(sources)
      .filter(([path]) => roomOf(path) === name)
      .flatMap(([path, text]) => importsOf(text).map((specifier) => targetOf(path, specifier)));
    return [...rooms, ...packages]
      .filter((granted) => !imported.some((target) => isWithin(target, granted)))
      .map((granted) => `${name}: ${granted}`);
  });
}

/** Every ring of files that import each other, as `a.ts > b.ts > a.ts`. Types count as well. */
export function findCycles(sources: Sources): string[] {
  const cycles = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.add([...trail.slice(start), path].join(' > '));
      return;
    }
    if (done.has(path)) return;
    for (const next of localImportsOf(path, sources)) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of Object.keys(sources)) walk(path, []);
  return [...cycles];
}

/** Files that a file imports for their code, with all that those import; types leave no trace. */
export function findCodeOf(path: string, sources: Sources): Set<string> {
  const found = new Set<string>();
  const walk = (current: string): void => {
    if (found.has(current)) return;
    found.add(current);
    for (const next of localImportsOf(current, withoutTypeImports(sources))) walk(next);
  };
  walk(path);
  return found;
}

function withoutTypeImports(sources: Sources): Sources {
  const typeImport = /^(?:import|export)\s+type\b[^;]*;/gm;
  return Object.fromEntries(
    Object.entries(sources).map(([path, text]) => [path, text.replace(typeImport, '')]),
  );
}

function isGranted(one: { path: string; specifier: string; room: Room }): boolean {
  const { path, specifier, room } = one;
  const target = targetOf(path, specifier);
  const granted = specifier.startsWith('.') ? [roomOf(path), ...room.rooms] : room.packages;
  return granted.some((name) => isWithin(target, name));
}

/** The package, or the path below `src` without its ending. */
function targetOf(path: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return resolvePath(path, specifier).replace(/\.(tsx?|json)$/, '');
}

function isWithin(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function localImportsOf(path: string, sources: Sources): string[] {
  return importsOf(sources[path] ?? '')
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => resolvePath(path, specifier))
    .filter((target) => target in sources);
}

/** What a text imports, in every way that TypeScript knows: static, re-exported, typed, dynamic. */
export function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const patterns = [
    /\b(?:import|export)\b[^'"();]*?\bfrom\s*(['"])(.+?)\1/g,
    /\bimport\s*(['"])(.+?)\1/g,
    /\bimport\s*\(\s*(['"])(.+?)\1/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[2] ?? ''));
}

function resolvePath(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}
