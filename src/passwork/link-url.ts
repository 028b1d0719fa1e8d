import { badAnswer, get, isRecord } from './json.ts';

/**
 * The link that a server made, with the code in its fragment, which browsers never send. `code` is null
 * without client-side encryption. Throws `bad-server-answer` for what is no web address.
 */
export function parseLinkUrl(data: unknown, code: string | null): string {
  const url = isRecord(data) ? get(data, 'url') : data;
  if (typeof url !== 'string' || !/^https?:\/\/[^#]+$/.test(url)) throw badAnswer('link');
  return code === null ? url : `${url}#code=${code}`;
}
