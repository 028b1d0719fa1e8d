/** What can be done with an item, by the way to it and by what the server's generation has a protocol for. */

import type { ItemCan, LinkLife } from '../../model/item-can.ts';
import type { Passwork } from '../../passwork/index.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';
import { knowsItemPages } from './server-page.ts';

/** A colleague's item in the inbox is read, not kept: everything else is theirs to do. */
const nothing: ItemCan = {
  edit: false,
  favourite: false,
  attach: false,
  detach: false,
  share: [],
  move: null,
  duplicate: false,
  remove: false,
  history: false,
  page: false,
};

export function whatCan(
  client: Pick<Passwork, 'generation' | 'encrypted' | 'save'>,
  { kind }: ItemRef,
): ItemCan {
  if (kind === 'inbox') return nothing;
  const v4 = client.generation === 'v4';
  const own = kind === 'item';
  return {
    edit: true,
    favourite: v4,
    attach: true,
    detach: v4,
    share: livesOf(v4 ? client.save().version : null),
    // How the key of an item goes to another vault of Passwork 7 is not known.
    move: v4 ? 'anywhere' : !own ? null : client.encrypted ? 'same-vault' : 'anywhere',
    duplicate: own,
    remove: v4 || own,
    history: !v4 && own,
    page: knowsItemPages(client),
  };
}

/** `version` of Passwork 4 to 6, null for Passwork 7. */
function livesOf(version: string | null): readonly LinkLife[] {
  if (version === null) return ['hour', 'week', 'month', 'forever'];
  return /^4\./.test(version)
    ? ['hour', 'day', 'week', 'month']
    : ['hour', 'day', 'week', 'forever'];
}
