import { hashAttachment } from '../crypto/attachment.ts';
import { encryptText } from '../crypto/text-cipher.ts';
import { alphabets, createIds, type Random } from '../state/random.ts';
import type { Sealed, StoredAttachment } from '../state/state.ts';
import type { PlanAttachment, PlanItem } from './plan.ts';

/** What stands for a key where nothing is encrypted: 32 letters (section 3.7). */
export const noKey = Buffer.from('a'.repeat(32)).toString('base64');

/** enc(text, passphrase), or plain base64 on a server without client-side encryption. */
export type Cipher = (text: string, passphrase: string, random: Random) => string;

/** Salts come from the caller's source, so that the same seed gives the same ciphertexts. */
export function createCipher(encrypted: boolean): Cipher {
  return encrypted
    ? (text, passphrase, random) => encryptText(text, passphrase, random.bytes(8))
    : (text) => Buffer.from(text, 'utf8').toString('base64');
}

export type SealOptions = {
  readonly encrypted: boolean;
  /** Key of the vault the item lies in. */
  readonly vaultKey: string;
  /** The item's own key, or null where its vault is too old for them. */
  readonly itemKey: string | null;
  /** The item's own source of salts, ids and generated passwords. */
  readonly random: Random;
};

/** Encrypts the secret part of an item as a client would. */
export function sealItem(item: PlanItem, options: SealOptions): Sealed {
  const { encrypted, vaultKey, itemKey, random } = options;
  const cipher = createCipher(encrypted);
  const key = itemKey ?? vaultKey;
  const fields = (item.fields ?? []).map(({ name, type, value }) => ({
    name: cipher(name, key, random),
    type: cipher(type, key, random),
    value: cipher(value, key, random),
  }));
  const [first] = fields;
  if (item.garbled && first) first.value = garble(first.value);
  return {
    password: item.password === null ? '' : cipher(passwordOf(item, random), key, random),
    key: itemKey === null ? null : encrypted ? cipher(itemKey, vaultKey, random) : noKey,
    fields: fields.length > 0 ? fields : null,
    attachments: (item.attachments ?? []).map((file) => sealAttachment(file, key, options)),
    snapshots: [],
  };
}

/** A password such as a generator makes, where the plan names none. */
function passwordOf(item: PlanItem, random: Random): string {
  return item.password ?? random.text(`${alphabets.letters}!#%&*-_=+?`, 12 + random.number(9));
}

/** Section 3.8: an own key for each file; the content is base64 before it is encrypted. */
function sealAttachment(file: PlanAttachment, key: string, options: SealOptions): StoredAttachment {
  const { encrypted, random } = options;
  const cipher = createCipher(encrypted);
  const fileKey = random.text(alphabets.letters, 100);
  const content = Buffer.from(file.bytes).toString('base64');
  return {
    id: createIds(random)(),
    name: file.name,
    encryptedKey: encrypted ? cipher(fileKey, key, random) : noKey,
    encryptedData: cipher(content, fileKey, random),
    hash: hashAttachment(file.bytes),
  };
}

/** Damages a ciphertext near its end: the form stays, the padding does not. */
export function garble(ciphertext: string): string {
  const middle = Math.floor(ciphertext.length / 2);
  const damaged = ciphertext.slice(middle).replace(/[a-z0-9]/gi, (c) => (c === '0' ? '1' : '0'));
  return `${ciphertext.slice(0, middle)}${damaged}`;
}
