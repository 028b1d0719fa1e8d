import { sha256HexOfText } from '../../crypto/hash.ts';
import { randomSecret } from '../../crypto/random.ts';
import { AppError } from '../../model/error.ts';
import type { Caller } from '../http/call.ts';
import { parseLinkUrl } from '../link-url.ts';
import type { Opener } from '../opener.ts';
import type { LinkOptions, Passwork } from '../passwork.ts';
import { reseal } from '../reseal.ts';
import { keyOf } from '../sealed-item.ts';
import { sealValue } from '../value.ts';
import type { V7Item } from './parse.ts';

/** Share links (section 3.9): a copy of the item under a code that only the link's fragment holds. */
export function createLinkCall(call: Caller, opener: Opener<V7Item>): Pick<Passwork, 'createLink'> {
  return {
    async createLink(item, link, { signal } = {}) {
      const { source, itemKey } = opener.originOf(item);
      const key = keyOf(itemKey);
      const expirationTime = toTime(link);
      const code = key === null ? null : randomSecret('v7-link-code');
      const { password, fields, attachments } = await reseal(source.item, itemKey, code);
      const { name, login, description, urls } = source.item;
      const body = {
        itemId: source.item.id,
        itemData: {
          name,
          login,
          url: urls[0] ?? '',
          description,
          passwordEncrypted: password,
          attachments,
          customs: fields,
        },
        keyHash: code && (await sha256HexOfText(code)),
        keyEncrypted: code && (await sealValue(code, key)),
        type: link.reusable === true ? 'reusable' : 'single_use',
        expirationTime,
        ...(source.shortcut && { shortcutId: source.shortcut.id }),
      };
      const parse = (data: unknown) => parseLinkUrl(data, code);
      return call({ method: 'POST', path: ['links'], body, write: true, parse, signal });
    },
  };
}

function toTime({ expires }: LinkOptions): string {
  const times = {
    hour: '1 hour',
    day: null,
    week: '1 week',
    month: '1 month',
    forever: 'unlimited',
  };
  const time = times[expires];
  if (time === null) throw new AppError('invalid-input', 'this server has no such time');
  return time;
}
