import type { Folder, InboxEntry, ItemSummary, Vault } from '../../model/item.ts';
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
  readSeconds,
  readText,
  readWords,
} from '../json.ts';
import { parseAttachmentRows, parseFields } from '../parse-sealed.ts';
import type { SealedItem } from '../sealed-item.ts';

/** Answers of API v4 (sections 2.3 to 2.7 of the protocol notes) as typed objects. */

export function parseVault(value: unknown): Vault {
  const vault = readRecord(value, 'vault');
  const company = readText(vault, 'scope') === 'domain';
  return {
    id: readId(vault, 'id'),
    name: readText(vault, 'name'),
    kind: company ? 'company' : 'private',
  };
}

/** The sealed keys of a vault; `''` where the server gives none. */
export type VaultKeys = {
  readonly company: boolean;
  readonly domainMaster: string;
  readonly sealedKey: string;
  /** True where new items get a key of their own (section 3.4). */
  readonly ownItemKeys: boolean;
};

export function parseVaultKeys(value: unknown): VaultKeys {
  const vault = readRecord(value, 'vault');
  const recent = readText(vault, 'vaultPasswordCrypted');
  return {
    company: readText(vault, 'scope') === 'domain',
    domainMaster: readText(vault, 'domainMaster'),
    sealedKey: readText(vault, 'passwordCrypted') || recent,
    ownItemKeys: recent !== '',
  };
}

/** A folder with the counts by which a walk through the tree saves requests; null where unknown. */
export type FolderRow = {
  readonly folder: Folder;
  readonly folders: number | null;
  readonly items: number | null;
};

export function parseFolder(value: unknown): FolderRow {
  const row = readRecord(value, 'folder');
  const items = readCount(row, 'passwordsAmount');
  const shortcuts = readCount(row, 'shortcutsAmount');
  return {
    folder: {
      id: readId(row, 'id'),
      vaultId: readId(row, 'vaultId'),
      parentId: readOptionalId(row, 'parentId'),
      name: readText(row, 'name'),
    },
    folders: readCount(row, 'foldersAmount'),
    items: items === null || shortcuts === null ? null : items + shortcuts,
  };
}

function readCount(row: JsonRecord, key: string): number | null {
  const value = get(row, key);
  return value === null || value === undefined ? null : readInteger(row, key);
}

export const parseFolders = (value: unknown) => readList(value, 'folders', parseFolder);

export type Shortcut = {
  readonly id: string;
  readonly vaultId: string;
  readonly folderId: string | null;
  readonly sealedKey: string;
};

function parseShortcut(item: JsonRecord): Shortcut | null {
  const value = get(item, 'shortcut');
  if (value === null || value === undefined) return null;
  const shortcut = readRecord(value, 'shortcut');
  return {
    id: readId(shortcut, 'id'),
    vaultId: readId(shortcut, 'vaultId'),
    folderId: readOptionalId(shortcut, 'folderId'),
    sealedKey: readText(shortcut, 'cryptedKey'),
  };
}

/** What summaries and items have in common, all of it in clear on the server. */
function parseCommon(item: JsonRecord) {
  const url = readText(item, 'url');
  return {
    id: readId(item, 'id'),
    // An inbox item lies in a vault that its receiver may not see.
    vaultId: readOptionalId(item, 'vaultId') ?? '',
    folderId: readOptionalId(item, 'folderId'),
    name: readText(item, 'name'),
    login: readText(item, 'login'),
    urls: url === '' ? [] : [url],
    description: readText(item, 'description'),
    tags: readWords(get(item, 'tags'), 'tags'),
    colour: readInteger(item, 'color'),
    favourite: readFlag(item, 'isFavorite'),
    passwordChangedAt: readSeconds(item, 'lastPasswordUpdate'),
  };
}

export function parseSummary(value: unknown): ItemSummary {
  const item = readRecord(value, 'item');
  const shortcut = parseShortcut(item);
  const inboxId = readOptionalId(item, 'inboxId');
  return {
    ...parseCommon(item),
    ...(shortcut && { vaultId: shortcut.vaultId, folderId: shortcut.folderId }),
    shortcutId: shortcut?.id ?? null,
    ...(inboxId !== null && { inboxId }),
  };
}

export const parseSummaries = (value: unknown) => readList(value, 'items', parseSummary);

/** An item with its secrets, still sealed. */
export type V4Item = {
  readonly item: SealedItem;
  /** The item's own key under the vault's; `''` where the vault's key itself is used. */
  readonly sealedKey: string;
  readonly shortcut: Shortcut | null;
  /** The answer as it came: a share link and a re-encryption hand it back whole. */
  readonly raw: JsonRecord;
};

export function parseItem(value: unknown): V4Item {
  const raw = readRecord(value, 'item');
  return {
    item: {
      ...parseCommon(raw),
      sealedPassword: readText(raw, 'cryptedPassword'),
      sealedFields: parseFields(get(raw, 'custom')),
      sealedAttachments: parseAttachmentRows(get(raw, 'attachments')),
    },
    sealedKey: readText(raw, 'cryptedKey'),
    shortcut: parseShortcut(raw),
    raw,
  };
}

export function parseInboxRow(value: unknown): InboxEntry {
  const row = readRecord(value, 'inbox entry');
  const inner = get(row, 'password');
  const item = isRecord(inner) ? inner : row;
  return {
    id: readId(row, 'id'),
    name: readText(item, 'name'),
    login: readText(item, 'login'),
    viewed: readFlag(row, 'viewed'),
  };
}

/** An opened inbox entry, of both flows: before 5.4 it has no key of its own (section 2.6). */
export type InboxAnswer = {
  readonly viewed: boolean;
  readonly sealedKey: string;
  readonly sealedGroupKey: string;
  readonly vaultId: string | null;
  /** Null in the first answer of some servers of the old flow. */
  readonly item: V4Item | null;
};

export function parseInboxAnswer(value: unknown): InboxAnswer {
  const row = readRecord(value, 'inbox entry');
  const inner = get(row, 'password');
  return {
    viewed: readFlag(row, 'viewed'),
    sealedKey: readText(row, 'cryptedKey'),
    sealedGroupKey: readText(row, 'groupPasswordCrypted'),
    vaultId: readOptionalId(row, 'vaultId'),
    item: inner === null || inner === undefined ? null : parseItem(inner),
  };
}

/** The server tells a failed search inside the data of a success, at times. */
export function parseFound(value: unknown): ItemSummary[] {
  if (isRecord(value) && get(value, 'errorMessage') !== undefined) throw badAnswer('search result');
  return parseSummaries(value);
}
