/**
 * Encrypts what lies outside the worker's memory (chunks of the index, records, drafts, the session behind a
 * PIN) with AES-256-GCM. Its name is authenticated with it, so that one put in another's place, or one of
 * another format, reads as damaged.
 */

/** Changes with every change of what lies inside a chunk of the index. */
const format = 2;
const ivLength = 12;
const tagLength = 16;

export type Seal = {
  /** One byte of format, 12 bytes of IV, then ciphertext and tag. */
  close(name: string, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** Null for anything that was not closed under this name, key and format. */
  open(name: string, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null>;
};

/** A fresh key as base64 text, the only form that `storage.session` keeps alike in all browsers. */
export function newKeyText(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
}

/** Null where the text is no key. */
export async function createSeal(keyText: string): Promise<Seal | null> {
  const bytes = keyBytes(keyText);
  if (bytes === null) return null;
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  bytes.fill(0);
  return {
    async close(name, plain) {
      const iv = crypto.getRandomValues(new Uint8Array(ivLength));
      const sealed = await crypto.subtle.encrypt(parameters(name, iv), key, plain);
      const out = new Uint8Array(1 + ivLength + sealed.byteLength);
      out[0] = format;
      out.set(iv, 1);
      out.set(new Uint8Array(sealed), 1 + ivLength);
      return out;
    },
    async open(name, sealed) {
      if (sealed[0] !== format || sealed.length < 1 + ivLength + tagLength) return null;
      const iv = sealed.subarray(1, 1 + ivLength);
      try {
        const body = sealed.subarray(1 + ivLength);
        return new Uint8Array(await crypto.subtle.decrypt(parameters(name, iv), key, body));
      } catch {
        return null;
      }
    },
  };
}

function parameters(name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(`index/${format}/${name}`),
  };
}

function keyBytes(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return null;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
