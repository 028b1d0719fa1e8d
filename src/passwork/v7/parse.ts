import type { Folder, InboxEntry, ItemSummary } from '../../model/item.ts';
import {
  badAnswer,
  get,
  isRecord,
  type JsonRecord,
  readFlag,
  readId,
  readInteger,
  readList,
  readOptionalId,
  readRecord,
  readText,
  readWords,
} from '../json.ts';
import { parseAttachmentRows, parseFields } from '../parse-sealed.ts';
import type { SealedItem } from '../sealed-item.ts';

/** Answers of API v1 of Passwork 7 (sections 2b.3 to 2b.6 of the protocol notes) as typed objects. */

/** Lists come as `{items: […]}`. Without `items` it is another answer, and not an empty list. */
export function parseItems<T>(each: (entry: unknown) => T): (data: unknown) => T[] {
  return (data) => {
    const items = get(readRecord(data, 'list'), 'items');
    if (items === undefined) throw badAnswer('list');
    return readList(items, 'items', each);
  };
}

export type VaultRow = {
  readonly id: string;
  readonly name: string;
  /** Names the type of the vault; `''` on servers without types. */
  readonly typeId: string;
  /** The vault's key by RSA for this user; `''` without client-side encryption. */
  readonly sealedKey: string;
};

export function parseVault(value: unknown): VaultRow {
  const vault = readRecord(value, 'vault');
  return {
    id: readId(vault, 'id'),
    name: readText(vault, 'name'),
    typeId: readText(vault, 'typeId'),
    sealedKey: readText(vault, 'masterKeyEncrypted'),
  };
}

export type VaultType = { readonly id: string; readonly code: string };

export function parseVaultType(value: unknown): VaultType {
  const type = readRecord(value, 'vault type');
  return { id: readId(type, 'id'), code: readText(type, 'code') };
}

export function parseFolder(value: unknown): Folder {
  const folder = readRecord(value, 'folder');
  return {
    id: readId(folder, 'id'),
    vaultId: readId(folder, 'vaultId'),
    parentId: readOptionalId(folder, 'parentFolderId'),
    name: readText(folder, 'name'),
  };
}

/** Newer servers keep several URLs; `url` is then the first of them. */
function readUrls(item: JsonRecord): string[] {
  const urls = readWords(get(item, 'urls'), 'urls').filter((url) => url !== '');
  const url = readText(item, 'url');
  return urls.length > 0 || url === '' ? urls : [url];
}

function parseCommon(item: JsonRecord) {
  return {
    id: readId(item, 'id'),
    // An inbox item lies in a vault that its receiver may not see.
    vaultId: readOptionalId(item, 'vaultId') ?? '',
    folderId: readOptionalId(item, 'folderId'),
    name: readText(item, 'name'),
    login: readText(item, 'login'),
    urls: readUrls(item),
    description: readText(item, 'description'),
    tags: readWords(get(item, 'tags'), 'tags'),
    colour: readInteger(item, 'color'),
    favourite: readFlag(item, 'isFavorite'),
    // This generation does not tell when a password was changed.
    passwordChangedAt: 0,
  };
}

/** What gives a user access beside the vault: a shortcut, or a place in the inbox. */
export type Access = {
  readonly id: string;
  readonly vaultId: string;
  readonly folderId: string | null;
  /** The item's key: of a shortcut under its vault's key, of the inbox by RSA. `''` without encryption. */
  readonly sealedKey: string;
  readonly viewed: boolean;
};

function parseAccess(item: JsonRecord, key: 'shortcut' | 'inbox'): Access | null {
  const value = get(item, key);
  if (!isRecord(value)) return null;
  return {
    id: readId(value, 'id'),
    vaultId: readOptionalId(value, 'vaultId') ?? '',
    folderId: readOptionalId(value, 'folderId'),
    sealedKey: readText(value, 'keyEncrypted'),
    viewed: readFlag(value, 'isViewed'),
  };
}

export function parseSummary(value: unknown): ItemSummary {
  const item = readRecord(value, 'item');
  const shortcut = parseAccess(item, 'shortcut');
  const inbox = parseAccess(item, 'inbox');
  return {
    ...parseCommon(item),
    ...(shortcut && { vaultId: shortcut.vaultId, folderId: shortcut.folderId }),
    shortcutId: shortcut?.id ?? null,
    ...(inbox && { inboxId: inbox.id }),
  };
}

/** The row of an inbox item: its own id stands beside the item's. */
export function parseInboxRow(value: unknown): InboxEntry {
  const item = readRecord(value, 'inbox item');
  const inbox = parseAccess(item, 'inbox');
  return {
    id: inbox?.id ?? readId(item, 'id'),
    name: readText(item, 'name'),
    login: readText(item, 'login'),
    viewed: inbox?.viewed ?? readFlag(item, 'isViewed'),
  };
}

/** An item with its secrets, still sealed. */
export type V7Item = {
  readonly item: SealedItem;
  /** The item's own key under its vault's; `''` without encryption, and where a client left it out (B14). */
  readonly sealedKey: string;
  /** The vault's key by RSA for this user; `''` in answers for shortcuts and the inbox. */
  readonly sealedVaultKey: string;
  readonly shortcut: Access | null;
  readonly inbox: Access | null;
  /** True where the server keeps a list of URLs. */
  readonly manyUrls: boolean;
};

export function parseItem(value: unknown): V7Item {
  const raw = readRecord(value, 'item');
  return {
    item: {
      ...parseCommon(raw),
      sealedPassword: readText(raw, 'passwordEncrypted'),
      sealedFields: parseFields(get(raw, 'customs')),
      sealedAttachments: parseAttachmentRows(get(raw, 'attachments')),
    },
    sealedKey: readText(raw, 'keyEncrypted'),
    sealedVaultKey: readText(raw, 'vaultMasterKeyEncrypted'),
    shortcut: parseAccess(raw, 'shortcut'),
    inbox: parseAccess(raw, 'inbox'),
    manyUrls: Array.isArray(get(raw, 'urls')),
  };
}

export type UserKeys = {
  readonly userId: string;
  readonly publicKey: string;
  readonly privateEncrypted: string;
};

export function parseUserKeys(value: unknown): UserKeys {
  const answer = readRecord(value, 'keys');
  const keys = get(answer, 'keys');
  const inner = isRecord(keys) ? keys : {};
  return {
    userId: readOptionalId(answer, 'id') ?? '',
    publicKey: readText(inner, 'public'),
    privateEncrypted: readText(inner, 'privateEncrypted'),
  };
}

/** A former state of `now`: it names its own key, but neither vault nor place. */
export function parseSnapshot(value: unknown, now: V7Item): V7Item {
  const raw = readRecord(value, 'snapshot');
  const { vaultId, folderId } = now.item;
  const { item, ...rest } = parseItem(raw);
  return {
    ...rest,
    item: { ...item, id: readId(raw, 'itemId'), vaultId, folderId },
    sealedVaultKey: now.sealedVaultKey,
  };
}
