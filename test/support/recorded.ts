/** Compares what our client sends with what `v4-requests.json` and `v7-requests.json` recorded. */
import { decodePlain } from '../../src/crypto/base64-mode.ts';
import { decryptText } from '../../src/crypto/text-cipher.ts';
import type { RecordedRequest, Scene } from './replay.ts';

/**
 * A body with every sealed value replaced by what it holds and the key it lies under. `pointers` are those
 * of the recording, so that a value sealed under another key, or not at all, comes out as a failure.
 * Random values come out as their length.
 */
export async function unsealBody(
  body: unknown,
  recorded: RecordedRequest,
  { scene, code = null }: { scene: Pick<Scene, 'expected'>; code?: string | null },
): Promise<unknown> {
  const copy = structuredClone(body);
  const sealed = recorded.encrypted ?? [];
  const plain = new Map<string, string>();
  const known = knownKeys(scene);
  const usedAsKey = new Set(
    sealed.map(({ key }) => /^plaintext of (.*)$/.exec(key ?? '')?.[1] ?? ''),
  );
  const open = async (pointer: string): Promise<string> => {
    const opened = plain.get(pointer);
    if (opened !== undefined) return opened;
    const { key } = sealed.find((one) => one.pointer === pointer) ?? { key: null };
    const value = valueAt(body, pointer);
    if (typeof value !== 'string') throw new Error(`nothing sealed at ${pointer}`);
    const inner = /^plaintext of (.*)$/.exec(key ?? '')?.[1];
    const outer = key === 'code' ? code : findKey(scene, key);
    const passphrase = inner === undefined ? outer : await open(inner);
    const text = passphrase === null ? decodePlain(value) : await decryptText(value, passphrase);
    plain.set(pointer, text);
    return text;
  };
  for (const { pointer, key, plaintext } of sealed) {
    const text = await open(pointer);
    const random = usedAsKey.has(pointer) || isMadeUp(pointer, plaintext, known);
    setAt(copy, pointer, { key, holds: random ? shapeOf(text) : fromJson(text) });
  }
  return copy;
}

/**
 * A recording in which an item took its old vault's key along as its own (B12): ours makes a new key
 * instead, so everything lies under that.
 */
export function withOwnKey(recorded: RecordedRequest, { expected }: Scene): RecordedRequest {
  const own = recorded.encrypted?.find(({ pointer }) => pointer === '/cryptedKey');
  const vault = Object.entries(expected.vaults).find(
    ([, { vaultPassword }]) => vaultPassword !== null && vaultPassword === own?.plaintext,
  )?.[0];
  if (vault === undefined) return recorded;
  const encrypted = recorded.encrypted?.map((one) =>
    one.key === `vaultPassword ${vault}` ? { ...one, key: 'plaintext of /cryptedKey' } : one,
  );
  return { ...recorded, ...(encrypted && { encrypted }) };
}

/** Keys that the scene's items and files have already, and that must go along as they are. */
function knownKeys({ expected }: Pick<Scene, 'expected'>): Set<string> {
  const items = Object.values(expected.passwords ?? expected.items ?? {});
  const vaults = Object.values(expected.vaults).map(({ vaultPassword }) => vaultPassword);
  const keys = items.flatMap(({ itemKey, attachments }) => [
    itemKey,
    ...attachments.map(({ attachmentKey }) => attachmentKey),
  ]);
  return new Set(
    keys.filter((key) => typeof key === 'string' && !vaults.includes(key)) as string[],
  );
}

/** Keys and codes that a client makes up: 32 or 100 characters out of a known alphabet. */
function isMadeUp(pointer: string, plaintext: string, known: ReadonlySet<string>): boolean {
  const isKey = /(crypted|Crypted|Key|Encrypted)$/.test(pointer);
  return (
    isKey &&
    /^[\w!@#$%^]{32,100}$/.test(plaintext) &&
    !/^a+$/.test(plaintext) &&
    !known.has(plaintext)
  );
}

/** What is random is compared by its length: an alphabet's rarer signs need not turn up. */
function shapeOf(text: string): string {
  return /^[\w!@#$%^]+$/.test(text) ? `${text.length} characters` : text;
}

/** A snapshot is JSON in which the order of the keys means nothing. */
function fromJson(text: string): unknown {
  return text.startsWith('{') ? JSON.parse(text) : text;
}

/** Null for base64, and for what lies under another value of the body. */
function findKey({ expected }: Pick<Scene, 'expected'>, key: string | null): string | null {
  const [kind = '', id = ''] = (key ?? '').split(' ');
  if (kind === 'base64' || kind === 'plaintext') return null;
  const found: Record<string, string | null | undefined> = {
    masterKey: expected.masterKey,
    domainMaster: expected.domainMaster,
    vaultPassword: expected.vaults[id]?.vaultPassword,
    vaultKey: expected.vaults[id]?.vaultKey,
    itemKey: (expected.passwords ?? expected.items)?.[id]?.itemKey,
  };
  const text = found[kind];
  if (typeof text !== 'string') throw new Error(`no key ${key}`);
  return text;
}

const steps = (pointer: string) => pointer.split('/').slice(1);

export function valueAt(body: unknown, pointer: string): unknown {
  return steps(pointer).reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step],
    body,
  );
}

function setAt(body: unknown, pointer: string, value: unknown): void {
  const path = steps(pointer);
  const last = path.pop() ?? '';
  const parent = path.reduce(
    (inner, step) => inner[step] as Record<string, unknown>,
    body as Record<string, unknown>,
  );
  parent[last] = value;
}
