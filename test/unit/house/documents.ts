/** What documents name: other files, their headings, commands. */
import { dirname, join } from 'node:path';

export type Tree = {
  /** Text of every document by its path. */
  readonly documents: Readonly<Record<string, string>>;
  /** True for a file or folder of the repository. */
  readonly exists: (path: string) => boolean;
  /** Names of what `npm run` knows. */
  readonly scripts: readonly string[];
};

/** Every link, path and command of a document that leads nowhere, one sentence each. */
export function findDeadReferences({ documents, exists, scripts }: Tree): string[] {
  return Object.entries(documents).flatMap(([path, text]) => {
    const links = linksOf(text).filter((link) => !leadsSomewhere(path, link));
    const paths = pathsOf(text).filter(
      (named) => !exists(named) && !exists(join(dirname(path), named)),
    );
    const commands = commandsOf(text).filter((name) => !scripts.includes(name));
    return [
      ...links.map((link) => `${path}: no ${link}`),
      ...paths.map((named) => `${path}: no ${named}`),
      ...commands.map((name) => `${path}: no npm run ${name}`),
    ];
  });

  function leadsSomewhere(from: string, link: string): boolean {
    const [file = '', heading] = link.split('#');
    const target = file === '' ? from : join(dirname(from), file);
    if (!exists(target)) return false;
    return heading === undefined || anchorsOf(documents[target] ?? '').includes(heading);
  }
}

/** Addresses of the web are not ours to keep. */
function linksOf(text: string): string[] {
  return allOf(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^[a-z]+:/.test(link));
}

/** Whole paths in code, such as `src/model`; what a build writes is not there. */
function pathsOf(text: string): string[] {
  return allOf(text, /`((?:src|test|scripts|docs|public|examples)\/[\w./-]+)`/g);
}

function commandsOf(text: string): string[] {
  return allOf(text, /\bnpm (?:run (?:-s )?(?=[\w-])|(?=start\b|test\b))([\w-]+)/g);
}

/** As GitHub makes them. */
function anchorsOf(text: string): string[] {
  return allOf(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

function allOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}
