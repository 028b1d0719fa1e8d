import { encodeBase64 } from './base64.ts';
import { encodeUtf8 } from './utf8.ts';

/**
 * HMAC-SHA-256 of some texts under a secret key, base64. Whoever holds the key can tell equal from unequal;
 * nobody else can try out what the texts might be.
 */
export async function fingerprint(key: string, texts: readonly string[]): Promise<string> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', encodeUtf8(key), hmac, false, ['sign']);
  const bytes = encodeUtf8(JSON.stringify(texts));
  return encodeBase64(new Uint8Array(await crypto.subtle.sign('HMAC', secret, bytes)));
}
