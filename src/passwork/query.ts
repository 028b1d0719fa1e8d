export type Parameters = Readonly<
  Record<string, string | readonly (string | number)[] | undefined>
>;

/** A query as the server reads it: lists as `key[]=a&key[]=b`. `''` where nothing is asked. */
export function toQuery(parameters: Parameters): string {
  const pairs = Object.entries(parameters).flatMap(([key, value]) => {
    if (value === undefined || value === '') return [];
    if (typeof value === 'string') return [`${key}=${encodeURIComponent(value)}`];
    return value.map((entry) => `${key}[]=${encodeURIComponent(entry)}`);
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
