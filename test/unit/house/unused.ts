/** What nobody uses any more: exports of code, classes and tokens of style sheets. */
import type { Sources } from './import-rules.ts';

const exported =
  /^export (?:async )?(?:function\*?|const|let|class|type|enum|interface) ([\w$]+)/gm;
const word = /[A-Za-z_$][\w$]*/g;

/**
 * Exports of `sources` that stand in no other file of `sources` and `users`, and not twice in their own, as
 * the type of what is exported beside it does.
 */
export function findUnusedExports(sources: Sources, users: Sources): string[] {
  const filesWith = new Map<string, number>();
  for (const text of Object.values({ ...users, ...sources })) {
    for (const one of new Set(text.match(word))) filesWith.set(one, (filesWith.get(one) ?? 0) + 1);
  }
  return Object.entries(sources).flatMap(([path, text]) =>
    [...text.matchAll(exported)]
      .filter(([line, name = '']) => filesWith.get(name) === 1 && !isTypeInUse(line, name, text))
      .map(([, name]) => `${path}: ${name}`),
  );
}

function isTypeInUse(line: string, name: string, text: string): boolean {
  const isType = /^export (type|interface) /.test(line);
  return isType && (text.match(word) ?? []).filter((one) => one === name).length > 1;
}

/** Classes and tokens of style sheets that stand in no code, page or sheet. */
export function findUnusedStyles(sheets: readonly string[], code: readonly string[]): string[] {
  const css = sheets.join('\n').replace(/\/\*[\s\S]*?\*\//g, '');
  const written = new Set(code.join('\n').match(/[A-Za-z][\w-]*/g));
  // The start of a name that code puts together, such as `tint-${n}`.
  const begun = [...code.join('\n').matchAll(/([a-z][\w-]*-)\$\{/g)].map(([, start = '']) => start);
  const isWritten = (name: string) =>
    written.has(name) || begun.some((start) => name.startsWith(start));
  const classes = [...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name);
  const tokens = [...css.matchAll(/(--[a-z][\w-]*)\s*:/g)].map(([, name = '']) => name);
  return [
    ...new Set([
      ...classes.filter((name) => !isWritten(name)).map((name) => `.${name}`),
      ...tokens.filter(
        (name) => !css.includes(`var(${name}`) && !code.some((c) => c.includes(name)),
      ),
    ]),
  ];
}
