/** The filters of a query. What is typed is the only truth: chips read it and write it. */
export type FilterKind = 'vault' | 'tag' | 'colour';

export type Filter = {
  readonly kind: FilterKind;
  readonly value: string;
  /** As it stands in the query. */
  readonly text: string;
};

/** The same operators as the worker's: see `parse-query.ts` there. */
const operator = /(?<!\S)(vault|tag|colou?r):(?:"([^"]*)"?|(\S+))/giu;

export function findFilters(query: string): readonly Filter[] {
  return [...query.matchAll(operator)]
    .map(([text, name = '', quoted, plain]) => ({
      kind: /^c/i.test(name) ? ('colour' as const) : (name.toLowerCase() as 'vault' | 'tag'),
      value: quoted ?? plain ?? '',
      text,
    }))
    .filter(({ value }) => value.trim() !== '');
}

export function withoutFilter(query: string, filter: Filter): string {
  return query.replace(filter.text, ' ').replace(/\s+/g, ' ').trimStart();
}

/** One filter as it is typed. */
export function writeFilter(kind: FilterKind, value: string): string {
  return kind === 'colour' ? `color:${value}` : `${kind}:"${value.replaceAll('"', '')}"`;
}

/** With one more filter. An item has one vault and one colour, so these take the place of the one before. */
export function withFilter(query: string, kind: FilterKind, value: string): string {
  const replaced = findFilters(query).filter(
    (filter) => filter.kind === kind && (kind !== 'tag' || filter.value === value),
  );
  const rest = replaced.reduce(withoutFilter, query).trim();
  const written = writeFilter(kind, value);
  return rest === '' ? `${written} ` : `${written} ${rest} `;
}
