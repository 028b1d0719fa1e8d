import { sha256HexOfText } from '../../crypto/hash.ts';
import { randomSecret } from '../../crypto/random.ts';
import { AppError } from '../../model/error.ts';
import type { Caller } from '../http/call.ts';
import { get, type JsonRecord } from '../json.ts';
import { parseLinkUrl } from '../link-url.ts';
import type { Opener } from '../opener.ts';
import type { LinkOptions, Passwork } from '../passwork.ts';
import { reseal } from '../reseal.ts';
import { type ItemKey, isReadable, keyOf, openSealed } from '../sealed-item.ts';
import { sealValue } from '../value.ts';
import type { V4Item } from './parse.ts';

/**
 * Share links (section 3.9): a copy of the item under a code that only the link's fragment holds. Servers
 * of Passwork 4 count hours, later ones have words.
 */
export function createLinkCall(
  call: Caller,
  opener: Opener<V4Item>,
  version: string,
): Pick<Passwork, 'createLink'> {
  const countsHours = /^4\./.test(version);
  return {
    async createLink(item, link, { signal } = {}) {
      const { source, itemKey } = opener.originOf(item);
      const life = countsHours ? { time: toHours(link) } : { ttl: toWord(link) };
      const { password, code } = await copyForLink(source, itemKey);
      const hash = code === null ? null : await sha256HexOfText(code);
      const { shortcut } = source;
      const body = {
        password,
        ...life,
        ...(countsHours
          ? { reusable: link.reusable === true, secretHash: hash }
          : {
              type: link.reusable === true ? 'reusable' : 'onetime',
              passwordHash: hash,
              oneTimePasswordCrypted: code && (await sealValue(code, keyOf(itemKey))),
            }),
        ...(shortcut && { fromShortcut: true, shortcut: { id: shortcut.id } }),
      };
      const path = ['passwords', 'generate-share-link'];
      const parse = (data: unknown) => parseLinkUrl(data, code);
      return call({ method: 'POST', path, body, write: true, parse, signal });
    },
  };
}

/** The item as it came, its secrets under the code; in clear without encryption, as the protocol has it. */
async function copyForLink(
  { item, raw }: V4Item,
  itemKey: ItemKey,
): Promise<{ password: JsonRecord; code: string | null }> {
  if (keyOf(itemKey) === null) {
    const { cryptedPassword: _, ...rest } = raw;
    const opened = await openSealed(item, itemKey);
    if (!isReadable(opened)) {
      throw new AppError('unreadable', 'something of the item cannot be read');
    }
    const custom = isList(raw, 'custom') ? opened.fields : null;
    return { password: { ...rest, custom, password: opened.password }, code: null };
  }
  const code = randomSecret('v4-link-code');
  const { password, fields, attachments } = await reseal(item, itemKey, code);
  return {
    password: {
      ...raw,
      cryptedPassword: password,
      custom: isList(raw, 'custom') ? fields : null,
      attachments: isList(raw, 'attachments') ? attachments : null,
    },
    code,
  };
}

const isList = (raw: JsonRecord, key: string) => Array.isArray(get(raw, key));

function toHours({ expires }: LinkOptions): number {
  const hours = { hour: 1, day: 24, week: 168, month: 720, forever: null }[expires];
  if (hours === null) throw new AppError('invalid-input', 'links of this server end');
  return hours;
}

function toWord({ expires }: LinkOptions): string {
  if (expires === 'month') throw new AppError('invalid-input', 'this server has no such time');
  return expires;
}
